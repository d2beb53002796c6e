/** The lines of `tally` by months and by tens of days: see `spansOf`. */
const SPAN = `CREATE TABLE span(
  notice TEXT NOT NULL, span TEXT NOT NULL, site TEXT NOT NULL, name TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY (notice, span, site, name)
) STRICT, WITHOUT ROWID;`;

/** What the leak monitor saw. */
const SIGHTING = `CREATE TABLE IF NOT EXISTS sighting(
  day TEXT NOT NULL, site TEXT NOT NULL, release TEXT NOT NULL, service TEXT NOT NULL,
  kind TEXT NOT NULL, what TEXT NOT NULL, page TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (day, site, release, service, kind, what, page)
) STRICT, WITHOUT ROWID;`;

/** The sums. Derived from nothing: they outlive the records that were counted. */
const STATISTICS = `CREATE TABLE tally(
  day TEXT NOT NULL, site TEXT NOT NULL, notice TEXT NOT NULL, name TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY (notice, day, site, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE daily(
  day TEXT NOT NULL, site TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (day, site, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE banner(
  notice TEXT NOT NULL, site TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  PRIMARY KEY (notice, site)
) STRICT, WITHOUT ROWID;
CREATE INDEX banner_last ON banner(last_day);
${SPAN}`;

/** Fills `span` from what was counted before there was one. */
const FILL_SPAN: string = `
INSERT INTO span SELECT notice, 'm' || substr(day, 1, 7) AS part, site, name, sum(n) FROM tally
  GROUP BY notice, part, site, name;
INSERT INTO span SELECT notice, 't' || substr(day, 1, 9) AS part, site, name, sum(n) FROM tally
  GROUP BY notice, part, site, name;
`;

/**
 * The tables. `leaf`, `node` and `checkpoint` are only ever added to; `body` and `notice` can be erased
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
CREATE INDEX body_notice ON body(notice);
${STATISTICS}
${SIGHTING}
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
  // The text of a notice can be erased, as a record's can.
  .filter(({ table, verb }) => table != "notice" || verb != "DELETE")
  .map(
    ({ table, verb }) =>
      `CREATE TRIGGER ${table}_no_${verb} BEFORE ${verb} ON ${table}
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;`,
  )
  .join("\n")}
PRAGMA user_version = 4;
`;

/** `PRAGMA user_version` of these tables. */
export const SCHEMA_VERSION = 4;

/**
 * From version 1, where strangers could make as many lines of the statistics as they liked: of each banner and
 * day the lines with the highest figures stay, the rest is summed as `other`.
 */
export const FROM_VERSION_1: string = `
DROP TRIGGER notice_no_DELETE;
CREATE INDEX body_notice ON body(notice);
ALTER TABLE tally RENAME TO tally_1;
${STATISTICS}
INSERT INTO tally SELECT day, site, notice,
    CASE WHEN rank <= 80 OR name LIKE 'event:%' THEN name ELSE substr(name, 1, instr(name, ':')) || 'other' END AS kept,
    sum(n)
  FROM (SELECT *, row_number() OVER (PARTITION BY day, site, notice ORDER BY n DESC, name) AS rank FROM tally_1)
  GROUP BY day, site, notice, kept;
INSERT INTO daily SELECT day, site,
    CASE WHEN rank <= 80 OR name LIKE 'event:%' THEN name ELSE substr(name, 1, instr(name, ':')) || 'other' END AS kept,
    sum(n)
  FROM (SELECT day, site, name, sum(n) AS n,
      row_number() OVER (PARTITION BY day, site ORDER BY sum(n) DESC, name) AS rank
    FROM tally GROUP BY day, site, name)
  GROUP BY day, site, kept;
INSERT INTO banner SELECT notice, site, min(day), max(day) FROM tally GROUP BY notice, site;
DROP TABLE tally_1;
${FILL_SPAN}
${SIGHTING}
PRAGMA user_version = 4;
`;

/** From version 2, in which a banner's year was added up from its days. */
export const FROM_VERSION_2: string = `
${SPAN}
${FILL_SPAN}
${SIGHTING}
PRAGMA user_version = 4;
`;

/** From version 3, which kept nothing of the leak monitor. */
export const FROM_VERSION_3: string = `
${SIGHTING}
PRAGMA user_version = 4;
`;
