/** What a statement is refused for, and the SQLSTATE that an engine of the family gives. */
export interface Unsupported {
  what: string;
  code: string;
}

/**
 * What at least one of CockroachDB, YugabyteDB, Citus and Aurora DSQL does not do, or does in another way. No
 * engine refuses all of it: what runs without any of it has nothing left to trip over.
 */
const RULES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["SEQUENCE", /\b(create|alter|drop)\s+sequence\b|\b(nextval|currval|setval|lastval)\s*\(/],
  ["serial", /\b(small|big)?serial\b|\bgenerated\s+(always|by\s+default)\s+as\s+identity\b/],
  ["TRIGGER", /\btrigger\b/],
  ["FUNCTION", /\b(create|replace)\s+(function|procedure)\b|\bplpgsql\b|^\s*(do|call)\b/],
  ["advisory lock", /\bpg_(try_)?advisory_/],
  ["LISTEN", /^\s*(un)?listen\b|^\s*notify\b|\bpg_notify\b/],
  ["PARTITION", /\bpartition\s+(by|of)\b|\binherits\b/],
  ["foreign key", /\breferences\b|\bforeign\s+key\b/],
  ["DEFERRABLE", /\bdeferrable\b/],
  ["EXCLUDE", /\bexclude\s+using\b/],
  ["TRUNCATE", /\btruncate\b/],
  ["LOCK", /^\s*lock\b/],
  ["COPY", /^\s*copy\b/],
  ["CURSOR", /^\s*declare\b|\bcursor\b/],
  ["SAVEPOINT", /\bsavepoint\b/],
  ["TEMPORARY", /\b(create|into)\s+(global\s+|local\s+)?temp(orary)?\b/],
  ["EXTENSION", /\bcreate\s+extension\b/],
  ["RETURNING", /\breturning\b/],
  ["SKIP LOCKED", /\bskip\s+locked\b|\bnowait\b/],
  ["system column", /\b(ctid|xmin|xmax|tableoid)\b/],
  ["system function", /\bpg_[a-z_]+\s*\(|\btxid_/],
  // Aurora DSQL builds indexes in the background only.
  ["CREATE INDEX without ASYNC", /\bcreate\s+(unique\s+)?index\s+(?!async\b)/],
];

/** Settings that only a single PostgreSQL server has. */
const UNKNOWN_SETTING = /^\s*(show|set)\s+(fsync|full_page_writes|synchronous_commit)\b/;

/** Says why a statement would not run everywhere; null when it would. Quoted text does not count. */
export function unsupported(sql: string, inTransaction: boolean): Unsupported | null {
  const bare = sql.toLowerCase().replaceAll(/'(?:[^']|'')*'/g, "''");
  const rule = RULES.find(([, pattern]) => pattern.test(bare));
  if (rule) return { what: rule[0], code: "0A000" };
  if (UNKNOWN_SETTING.test(bare)) return { what: "setting", code: "42704" };
  return inTransaction && /^\s*(create|alter|drop)\b/.test(bare)
    ? { what: "DDL in a transaction", code: "0A000" }
    : null;
}

/** The statement as PostgreSQL itself has to hear it. */
export const plain = (sql: string): string => sql.replace(/\bINDEX ASYNC\b/i, "INDEX");

/** Whether a statement asks for its rows in an order. Without, they may come in any. */
export const isOrdered = (sql: string): boolean => /\border\s+by\b/i.test(sql);

/** Most rows that Aurora DSQL lets one transaction change. */
export const MOST_ROWS = 3_000;
