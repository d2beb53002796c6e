/**
 * The tables. `leaf`, `node`, `checkpoint` and `notice` are only ever added to; `body` can be erased
 * and never altered. The triggers are a seat belt, not the proof: who can write to the file can drop
 * them. The proof is the signed tree.
 */
export const SCHEMA: string = `
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, frontier BLOB NOT NULL,
  root BLOB NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE leaf(
  idx INTEGER PRIMARY KEY, kind INTEGER NOT NULL, site TEXT NOT NULL, hash BLOB NOT NULL,
  received INTEGER NOT NULL, flags INTEGER NOT NULL, leaf_hash BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX leaf_hash ON leaf(hash);
CREATE TABLE node(
  level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
CREATE TABLE notice(
  idx INTEGER PRIMARY KEY REFERENCES leaf, hash BLOB NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE body(
  idx INTEGER PRIMARY KEY REFERENCES leaf, id TEXT NOT NULL, subject TEXT NOT NULL,
  site TEXT NOT NULL, previous BLOB NOT NULL, received INTEGER NOT NULL, event TEXT NOT NULL,
  notice BLOB NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX body_id ON body(id);
CREATE INDEX body_place ON body(subject, previous);
CREATE INDEX body_received ON body(received);
CREATE TABLE tally(
  day TEXT NOT NULL, site TEXT NOT NULL, notice TEXT NOT NULL, name TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY (day, site, notice, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE attestation(
  kind TEXT NOT NULL, size INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, size)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size <= OLD.size
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER head_stays BEFORE DELETE ON head
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER body_is_not_altered BEFORE UPDATE ON body
  BEGIN SELECT RAISE(ABORT, 'a record is never altered'); END;
${["leaf", "node", "checkpoint", "notice"]
  .flatMap((table) => ["UPDATE", "DELETE"].map((verb) => ({ table, verb })))
  .map(
    ({ table, verb }) =>
      `CREATE TRIGGER ${table}_no_${verb} BEFORE ${verb} ON ${table}
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;`,
  )
  .join("\n")}
PRAGMA user_version = 1;
`;

/** `PRAGMA user_version` of these tables. */
export const SCHEMA_VERSION = 1;
