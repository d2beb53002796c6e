/**
 * The tables, in what PostgreSQL and its distributed relatives have in common: no sequences, triggers,
 * partitions, advisory locks or foreign keys. Each statement can be run again. Names carry a prefix,
 * because the database may be shared.
 */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS consentry_meta(key text PRIMARY KEY, value text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS consentry_head(
    one smallint PRIMARY KEY, size bigint NOT NULL, frontier bytea NOT NULL, root bytea NOT NULL,
    note text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS consentry_leaf(
    idx bigint PRIMARY KEY, kind smallint NOT NULL, site text NOT NULL, hash bytea NOT NULL,
    received bigint NOT NULL, flags smallint NOT NULL, leaf_hash bytea NOT NULL)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS consentry_leaf_hash ON consentry_leaf(hash)`,
  `CREATE TABLE IF NOT EXISTS consentry_node(
    level smallint NOT NULL, idx bigint NOT NULL, hash bytea NOT NULL, PRIMARY KEY (level, idx))`,
  `CREATE TABLE IF NOT EXISTS consentry_checkpoint(size bigint PRIMARY KEY, note text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS consentry_notice(
    idx bigint PRIMARY KEY, hash bytea NOT NULL, text text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS consentry_body(
    idx bigint PRIMARY KEY, id text NOT NULL, subject text NOT NULL, site text NOT NULL,
    previous bytea NOT NULL, received bigint NOT NULL, event text NOT NULL, notice bytea NOT NULL,
    text text NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS consentry_body_id ON consentry_body(id)`,
  `CREATE INDEX IF NOT EXISTS consentry_body_place ON consentry_body(subject, previous)`,
  `CREATE INDEX IF NOT EXISTS consentry_body_received ON consentry_body(received)`,
  `CREATE TABLE IF NOT EXISTS consentry_tally(
    day text NOT NULL, site text NOT NULL, notice text NOT NULL, name text NOT NULL,
    n bigint NOT NULL, PRIMARY KEY (day, site, notice, name))`,
  `CREATE TABLE IF NOT EXISTS consentry_attestation(
    kind text NOT NULL, size bigint NOT NULL, data text NOT NULL, PRIMARY KEY (kind, size))`,
];
