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
  `CREATE INDEX IF NOT EXISTS consentry_body_notice ON consentry_body(notice)`,
  `CREATE INDEX IF NOT EXISTS consentry_tally_notice ON consentry_tally(notice, day)`,
  `CREATE TABLE IF NOT EXISTS consentry_daily(
    day text NOT NULL, site text NOT NULL, name text NOT NULL, n bigint NOT NULL,
    PRIMARY KEY (day, site, name))`,
  `CREATE TABLE IF NOT EXISTS consentry_banner(
    notice text NOT NULL, site text NOT NULL, first_day text NOT NULL, last_day text NOT NULL,
    PRIMARY KEY (notice, site))`,
  `CREATE INDEX IF NOT EXISTS consentry_banner_last ON consentry_banner(last_day)`,
  `CREATE TABLE IF NOT EXISTS consentry_span(
    notice text NOT NULL, span text NOT NULL, site text NOT NULL, name text NOT NULL, n bigint NOT NULL,
    PRIMARY KEY (notice, span, site, name))`,
  `CREATE TABLE IF NOT EXISTS consentry_sighting(
    day text NOT NULL, site text NOT NULL, release text NOT NULL, service text NOT NULL, kind text NOT NULL,
    what text NOT NULL, page text NOT NULL, n bigint NOT NULL,
    PRIMARY KEY (day, site, release, service, kind, what, page))`,
  `CREATE TABLE IF NOT EXISTS consentry_attestation(
    kind text NOT NULL, size bigint NOT NULL, data text NOT NULL, PRIMARY KEY (kind, size))`,
];

/** Version of these tables, kept in `consentry_meta`. */
export const TABLES = "4";

/** Fills `consentry_span` from what was counted before there was one: by months and by tens of days. */
const FILL_SPAN: readonly string[] = [
  `DELETE FROM consentry_span`,
  ...["'m' || substr(day, 1, 7)", "'t' || substr(day, 1, 9)"].map(
    (part) => `INSERT INTO consentry_span SELECT notice, part, site, name, sum(n)
      FROM (SELECT notice, ${part} AS part, site, name, n FROM consentry_tally) AS parts
      GROUP BY notice, part, site, name`,
  ),
];

const kept = `CASE WHEN rank <= 80 OR name LIKE 'event:%' THEN name
  ELSE substr(name, 1, position(':' IN name)) || 'other' END`;

/**
 * From version 1, where strangers could make as many lines of the statistics as they liked: of each banner and
 * day the lines with the highest figures stay, the rest is summed as `other`. All in one transaction.
 */
export const FROM_VERSION_1: readonly string[] = [
  `DELETE FROM consentry_daily`,
  `DELETE FROM consentry_banner`,
  `INSERT INTO consentry_daily SELECT day, site, ${kept} AS kept, sum(n)
    FROM (SELECT day, site, name, sum(n) AS n,
        row_number() OVER (PARTITION BY day, site ORDER BY sum(n) DESC, name) AS rank
      FROM consentry_tally GROUP BY day, site, name) AS ranked
    GROUP BY day, site, kept`,
  // What is taken away is what is summed: one statement, so that nothing falls between two rankings.
  `WITH ranked AS (SELECT day, site, notice, name,
        row_number() OVER (PARTITION BY day, site, notice ORDER BY n DESC, name) AS rank
      FROM consentry_tally),
    gone AS (DELETE FROM consentry_tally AS t USING ranked AS r
      WHERE r.rank > 80 AND t.day = r.day AND t.site = r.site AND t.notice = r.notice AND t.name = r.name
        AND t.name NOT LIKE 'event:%' AND t.name NOT LIKE '%:other'
      RETURNING t.day, t.site, t.notice, t.name, t.n)
    INSERT INTO consentry_tally
      SELECT day, site, notice, substr(name, 1, position(':' IN name)) || 'other' AS other, sum(n)
      FROM gone GROUP BY day, site, notice, other
    ON CONFLICT (day, site, notice, name) DO UPDATE SET n = consentry_tally.n + excluded.n`,
  `INSERT INTO consentry_banner
    SELECT notice, site, min(day), max(day) FROM consentry_tally GROUP BY notice, site`,
  ...FILL_SPAN,
];

/** From version 2, in which a banner's year was added up from its days. All in one transaction. */
export const FROM_VERSION_2: readonly string[] = FILL_SPAN;

/** The rights that a collector needs once the tables are there, and no more. */
export const grants = (role: string): string[] => [
  `GRANT SELECT, INSERT ON consentry_leaf, consentry_node, consentry_checkpoint TO ${role}`,
  `GRANT SELECT, INSERT, DELETE ON consentry_body, consentry_notice TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE ON consentry_head, consentry_tally, consentry_daily, consentry_banner, consentry_span, consentry_meta, consentry_sighting, consentry_attestation TO ${role}`,
];
