import { n as nodeHash, E as EMPTY_ROOT, s as syncDirectory } from './keyFile.js';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

class StoreError extends Error {
  problem;
  constructor(problem, message, cause) {
    super(message, { cause });
    this.name = "StoreError";
    this.problem = problem;
  }
}

function hex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}

const RECORD = 0;
const NOTICE = 1;
const FLAGS = {
  /** The record before it in its chain is not in the log. */
  gap: 1,
  /** Another record already has this place in the chain. */
  fork: 2,
  /** The browser's clock was more than five minutes ahead. */
  ahead: 4,
  /** It was made more than five minutes before it arrived, by the browser's clock. */
  late: 8,
  /** No real user event asked for it. */
  untrusted: 16,
  /** Its id was already used by a record with other bytes. */
  conflict: 32,
  /** The text of what was shown was not here yet. */
  noticeless: 64
};
const DOMAIN = Buffer.from("consentry/v1 leaf\n");
function encodeLeaf(leaf) {
  const site = Buffer.from(leaf.site, "latin1");
  if (site.length > 255 || leaf.hash.length != 32) throw new RangeError("not a leaf");
  const tail = Buffer.alloc(9);
  tail.writeBigUInt64BE(BigInt(leaf.received));
  tail.writeUInt8(leaf.flags, 8);
  return Buffer.concat([DOMAIN, Buffer.of(leaf.kind, site.length), site, leaf.hash, tail]);
}

function append(frontier, leaf, onNode) {
  const hashes = [...frontier.hashes];
  let hash = leaf;
  let index = frontier.size;
  let level = 0;
  onNode?.(0, index, hash);
  for (; index % 2 == 1; index = (index - 1) / 2) {
    hash = nodeHash(hashes.pop(), hash);
    onNode?.(++level, (index - 1) / 2, hash);
  }
  return { size: frontier.size + 1, hashes: [...hashes, hash] };
}
function rootOf({ hashes }) {
  let root = hashes.at(-1);
  for (let i = hashes.length - 2; root && i >= 0; i--) root = nodeHash(hashes[i], root);
  return root ?? EMPTY_ROOT;
}
function packFrontier(frontier) {
  return Buffer.concat(frontier.hashes);
}
function unpackFrontier(size, bytes) {
  const count = size.toString(2).replaceAll("0", "").length;
  if (bytes.length != count * 32)
    throw new RangeError("the stored right edge does not fit its size");
  const hashes = Array.from({ length: count }, (_, i) => bytes.slice(i * 32, i * 32 + 32));
  return { size, hashes };
}

function placeKey({ subject, site, previous }) {
  return `${subject} ${site} ${Buffer.from(previous).toString("hex")}`;
}

const broken = (column) => new StoreError("broken", `column ${column} holds something else`);
function toNumber(row, column) {
  const value = Number(row[column]);
  if (row[column] == null || !Number.isSafeInteger(value)) throw broken(column);
  return value;
}
function toText(row, column) {
  const value = row[column];
  if (typeof value != "string") throw broken(column);
  return value;
}
function toBytes(row, column) {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw broken(column);
  return value;
}
function toHead(row) {
  const [size, edge] = [toNumber(row, "size"), toBytes(row, "frontier")];
  let frontier;
  try {
    frontier = unpackFrontier(size, edge);
  } catch {
    throw broken("frontier");
  }
  return {
    frontier,
    root: toBytes(row, "root"),
    note: toText(row, "note")
  };
}
function toLeaf(row) {
  const kind = toNumber(row, "kind");
  if (kind != RECORD && kind != NOTICE) throw broken("kind");
  return {
    index: toNumber(row, "idx"),
    kind,
    site: toText(row, "site"),
    hash: toBytes(row, "hash"),
    received: toNumber(row, "received"),
    flags: toNumber(row, "flags"),
    leafHash: toBytes(row, "leaf_hash")
  };
}
function toBody(row) {
  return {
    index: toNumber(row, "idx"),
    id: toText(row, "id"),
    subject: toText(row, "subject"),
    site: toText(row, "site"),
    previous: toBytes(row, "previous"),
    received: toNumber(row, "received"),
    event: toText(row, "event"),
    notice: toBytes(row, "notice"),
    text: toText(row, "text")
  };
}
function toNotice(row) {
  return {
    index: toNumber(row, "idx"),
    hash: toBytes(row, "hash"),
    text: toText(row, "text")
  };
}
function toCount(row) {
  return {
    day: toText(row, "day"),
    site: toText(row, "site"),
    notice: toText(row, "notice"),
    name: toText(row, "name"),
    n: toNumber(row, "n")
  };
}
function toAttestation(row) {
  const kind = toText(row, "kind");
  if (kind != "cosigned" && kind != "rfc3161") throw broken("kind");
  return { kind, size: toNumber(row, "size"), data: toText(row, "data") };
}

const PATIENCE = 5e3;
const STATEMENT = 1e4;
const SETTINGS = [
  ["transaction_read_only", /^off$/, "it only reads (a standby?)"],
  ["server_encoding", /^utf-?8$/i, "its encoding is not UTF-8"],
  ["fsync", /^on$/, "fsync is off: a power cut loses acknowledged records"],
  ["full_page_writes", /^on$/, "full_page_writes is off: a power cut can tear pages"],
  // "local" would not wait for the standbys that the server may have.
  ["synchronous_commit", /^(on|remote_apply|remote_write)$/, "synchronous_commit is not on"]
];
function serversOf(address) {
  const [, start, hosts, end] = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/.exec(address) ?? [];
  if (start == null || hosts == null || end == null) return [];
  return hosts.split(",").map((host) => start + host + end);
}
async function connect(servers) {
  let last = new StoreError("unavailable", "no server is named");
  for (const server of servers) {
    try {
      return await connectTo(server);
    } catch (error) {
      if (error instanceof StoreError) last = error;
      else last = new StoreError("unavailable", "the server cannot be reached", error);
    }
  }
  throw last;
}
async function connectTo(connectionString) {
  const { Client: PgClient } = await loadPg();
  const client = new PgClient({
    connectionString,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: STATEMENT,
    keepAlive: true,
    application_name: "consentry"
  });
  const session = { client, warnings: [], ended: false };
  client.on("notice", ({ severity, code, message }) => {
    if (severity != "NOTICE") session.warnings.push(`${code ?? ""} ${message ?? ""}`);
  });
  client.on("error", () => session.ended = true);
  client.on("end", () => session.ended = true);
  try {
    await client.connect();
    await client.query("SET synchronous_commit = on").catch(ignoreUnknown);
    for (const [name, good, why] of SETTINGS) {
      const answer = await setting(client, name);
      if (answer != null && !good.test(answer)) {
        throw new StoreError("unavailable", `the server is not used: ${why}`);
      }
    }
    return session;
  } catch (error) {
    void client.end().catch(() => {
    });
    throw error;
  }
}
async function setting(client, name) {
  const result = await client.query(`SHOW ${name}`).catch(ignoreUnknown);
  const value = result?.rows[0]?.[name];
  return typeof value == "string" ? value : null;
}
function ignoreUnknown(error) {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "42704" || code === "0A000") return null;
  throw error;
}
async function loadPg() {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    throw new StoreError("unavailable", "the PostgreSQL store needs the package pg", cause);
  }
}

function sqlState(error) {
  return error instanceof Error && "code" in error && typeof error.code == "string" ? error.code : "";
}
function mustRepeat(error) {
  return ["40001", "40P01", "CR000"].includes(sqlState(error));
}
function postgresError(error) {
  if (error instanceof StoreError) return error;
  const state = sqlState(error);
  let problem = "unavailable";
  if (/^2[23]/.test(state)) problem = "unstorable";
  if (/^XX00[12]/.test(state)) problem = "broken";
  return new StoreError(problem, `PostgreSQL answered ${state || "nothing"}`, error);
}

const MOST = 8;
function createPool(servers, patience) {
  const idle = [];
  const waiting = [];
  let lent = 0;
  let closed = false;
  const borrow = async () => {
    if (lent >= MOST) await new Promise((resolve) => waiting.push(resolve));
    if (closed) throw new StoreError("unavailable", "the store is closed");
    lent++;
    try {
      let session = idle.pop();
      while (session?.ended) session = idle.pop();
      return session ?? await connect(servers);
    } catch (error) {
      giveBack();
      throw error;
    }
  };
  const giveBack = () => {
    lent--;
    waiting.shift()?.();
  };
  return {
    async use(work) {
      const session = await borrow();
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => {
          reject(new StoreError("unavailable", "PostgreSQL did not answer in time"));
        }, patience);
      });
      let keep = true;
      try {
        return await Promise.race([work(session), late]);
      } catch (error) {
        const problem = postgresError(error);
        keep = problem.problem == "unstorable" || mustRepeat(problem.cause);
        throw problem;
      } finally {
        clearTimeout(timer);
        if (keep && !closed && !session.ended) idle.push(session);
        else void session.client.end().catch(() => {
        });
        giveBack();
      }
    },
    async close() {
      closed = true;
      for (const resolve of waiting.splice(0)) resolve();
      await Promise.all(idle.splice(0).map(({ client }) => client.end().catch(() => {
      })));
    }
  };
}

const SCHEMA$1 = [
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
    kind text NOT NULL, size bigint NOT NULL, data text NOT NULL, PRIMARY KEY (kind, size))`
];

async function rows(client, sql, values = []) {
  return (await client.query(sql, values)).rows;
}
async function readHead$1(client, lock = "") {
  const sql = `SELECT size, frontier, root, note FROM consentry_head WHERE one = 1 ${lock}`;
  const [row] = await rows(client, sql);
  if (!row) throw new StoreError("broken", "the head is missing");
  return toHead(row);
}
async function readLeaves$1(client, start, end) {
  const sql = "SELECT * FROM consentry_leaf WHERE idx >= $1 AND idx < $2 ORDER BY idx";
  return (await rows(client, sql, [start, end])).map(toLeaf);
}
async function writePostgres(client, wanted, plan) {
  const head = await readHead$1(client, "FOR UPDATE");
  const addition = plan(await look(client, head, wanted));
  if (!addition) return head;
  await insert$1(client, addition);
  const start = head.frontier.size;
  const written = await readLeaves$1(client, start, start + addition.leaves.length + 1);
  const next = addition.seal(written);
  const { size } = next.frontier;
  await client.query("INSERT INTO consentry_checkpoint VALUES ($1, $2)", [size, next.note]);
  await client.query(
    "UPDATE consentry_head SET size = $1, frontier = $2, root = $3, note = $4 WHERE one = 1",
    [size, packFrontier(next.frontier), next.root, next.note]
  );
  return next;
}
async function look(client, head, wanted) {
  const { hashes, ids, places } = wanted;
  const leaves = await rows(client, "SELECT * FROM consentry_leaf WHERE hash = ANY($1::bytea[])", [
    hashes.filter((hash) => hash.length)
  ]);
  const known = ids.length ? await rows(client, "SELECT id FROM consentry_body WHERE id = ANY($1::text[])", [ids]) : [];
  const taken = places.length ? await rows(
    client,
    `SELECT DISTINCT b.subject, b.site, b.previous FROM consentry_body b
          JOIN unnest($1::text[], $2::text[], $3::bytea[]) AS w(subject, site, previous)
          ON b.subject = w.subject AND b.previous = w.previous AND b.site = w.site`,
    [
      places.map(({ subject }) => subject),
      places.map(({ site }) => site),
      places.map(({ previous }) => previous)
    ]
  ) : [];
  return {
    head,
    leaves: new Map(leaves.map(toLeaf).map((leaf) => [hex(leaf.hash), leaf])),
    ids: new Set(known.map((row) => toText(row, "id"))),
    places: new Set(
      taken.map(
        (row) => placeKey({
          subject: toText(row, "subject"),
          site: toText(row, "site"),
          previous: toBytes(row, "previous")
        })
      )
    )
  };
}
async function insert$1(client, addition) {
  const many = async (table, list, columns, end = "") => {
    if (!list.length) return;
    const arrays = columns.map(([type], i) => `$${i + 1}::${type}[]`).join(", ");
    const values = columns.map(([, value]) => list.map(value));
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays}) ${end}`, values);
  };
  await many("consentry_leaf", addition.leaves, [
    ["bigint", ({ index }) => index],
    ["smallint", ({ kind }) => kind],
    ["text", ({ site }) => site],
    ["bytea", ({ hash }) => hash],
    ["bigint", ({ received }) => received],
    ["smallint", ({ flags }) => flags],
    ["bytea", ({ leafHash }) => leafHash]
  ]);
  await many("consentry_body", addition.bodies, [
    ["bigint", ({ index }) => index],
    ["text", ({ id }) => id],
    ["text", ({ subject }) => subject],
    ["text", ({ site }) => site],
    ["bytea", ({ previous }) => previous],
    ["bigint", ({ received }) => received],
    ["text", ({ event }) => event],
    ["bytea", ({ notice }) => notice],
    ["text", ({ text }) => text]
  ]);
  await many("consentry_notice", addition.notices, [
    ["bigint", ({ index }) => index],
    ["bytea", ({ hash }) => hash],
    ["text", ({ text }) => text]
  ]);
  await many("consentry_checkpoint", addition.checkpoints ?? [], [
    ["bigint", ({ size }) => size],
    ["text", ({ note }) => note]
  ]);
  await many("consentry_node", addition.nodes, [
    ["smallint", ({ level }) => level],
    ["bigint", ({ index }) => index],
    ["bytea", ({ hash }) => hash]
  ]);
  await many(
    "consentry_tally",
    addition.counts,
    [
      ["text", ({ day }) => day],
      ["text", ({ site }) => site],
      ["text", ({ notice }) => notice],
      ["text", ({ name }) => name],
      ["bigint", ({ n }) => n]
    ],
    "ON CONFLICT (day, site, notice, name) DO UPDATE SET n = consentry_tally.n + excluded.n"
  );
}

const REPEATS = 10;
const ERASED = 1e3;
async function postgresStore(options) {
  const servers = serversOf(options.address);
  if (!servers.length)
    throw new StoreError("unavailable", "not the address of a PostgreSQL server");
  const pool = createPool(servers, options.patience ?? 3e4);
  const random = options.random ?? Math.random;
  try {
    await pool.use(async (session) => {
      try {
        await readHead$1(session.client);
      } catch (error) {
        if (!(options.create ?? true)) throw error;
        await makeTables$1(session);
      }
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
  const read = (work) => pool.use(({ client }) => work(client));
  const commit = (work) => transact(pool, work, random);
  return {
    write: (wanted, plan) => commit((client) => writePostgres(client, wanted, plan)),
    head: () => read((client) => readHead$1(client)),
    leaves: (start, end) => read((client) => readLeaves$1(client, start, end)),
    nodes: (level, start, end) => read(
      async (client) => level ? (await rows(
        client,
        "SELECT hash FROM consentry_node WHERE level = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
        [level, start, end]
      )).map((row) => toBytes(row, "hash")) : (await readLeaves$1(client, start, end)).map(({ leafHash }) => leafHash)
    ),
    bodies: ({ subject, from, to, notice }, after, limit) => read(async (client) => {
      const where = ["idx > $1"];
      const values = [after];
      const and = (condition, value) => {
        if (value != null) where.push(`${condition} $${values.push(value)}`);
      };
      and("subject =", subject);
      and("received >=", from);
      and("received <", to);
      and("notice =", notice);
      const sql = `SELECT * FROM consentry_body WHERE ${where.join(" AND ")}
          ORDER BY idx LIMIT $${values.push(limit)}`;
      return (await rows(client, sql, values)).map(toBody);
    }),
    notices: (after, limit) => read(async (client) => {
      const sql = "SELECT * FROM consentry_notice WHERE idx > $1 ORDER BY idx LIMIT $2";
      return (await rows(client, sql, [after, limit])).map(toNotice);
    }),
    checkpoints: (after, limit) => read(async (client) => {
      const sql = "SELECT * FROM consentry_checkpoint WHERE size > $1 ORDER BY size LIMIT $2";
      const found = await rows(client, sql, [after, limit]);
      return found.map((row) => ({ size: toNumber(row, "size"), note: toText(row, "note") }));
    }),
    counts: (since) => read(async (client) => {
      const sql = "SELECT * FROM consentry_tally WHERE day >= $1 ORDER BY day, site, notice, name";
      return (await rows(client, sql, [since])).map(toCount);
    }),
    async erase(what) {
      const [condition, value] = "subject" in what ? ["subject =", what.subject] : ["received <", what.receivedBefore];
      const sql = `DELETE FROM consentry_body WHERE idx IN
        (SELECT idx FROM consentry_body WHERE ${condition} $1 ORDER BY idx LIMIT ${ERASED})`;
      let erased = 0;
      for (; ; ) {
        const count = await commit(
          async (client) => (await client.query(sql, [value])).rowCount ?? 0
        );
        erased += count;
        if (count < ERASED) return erased;
      }
    },
    attest: ({ kind, size, data }) => commit(async (client) => {
      await client.query(
        `INSERT INTO consentry_attestation VALUES ($1, $2, $3)
            ON CONFLICT (kind, size) DO UPDATE SET data = excluded.data`,
        [kind, size, data]
      );
    }),
    attestation: (kind) => read(async (client) => {
      const sql = "SELECT * FROM consentry_attestation WHERE kind = $1 ORDER BY size DESC LIMIT 1";
      const [row] = await rows(client, sql, [kind]);
      return row ? toAttestation(row) : null;
    }),
    claim: (name, value) => commit(async (client) => {
      await client.query(
        "INSERT INTO consentry_meta VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
        [name, value]
      );
      const [row] = await rows(client, "SELECT value FROM consentry_meta WHERE key = $1", [name]);
      return toText(row ?? {}, "value");
    }),
    claims: (prefix) => read(async (client) => {
      const sql = "SELECT key, value FROM consentry_meta WHERE substr(key, 1, $1) = $2 ORDER BY key";
      const found = await rows(client, sql, [prefix.length, prefix]);
      return found.map((row) => ({ name: toText(row, "key"), value: toText(row, "value") }));
    }),
    ping: () => commit(async (client) => {
      await client.query("UPDATE consentry_meta SET value = $1 WHERE key = 'pulse'", [
        String(Date.now())
      ]);
    }),
    close: () => pool.close()
  };
}
async function makeTables$1({ client }) {
  for (const statement of SCHEMA$1) {
    try {
      await client.query(statement).catch(async (error) => {
        if (sqlState(error) != "0A000") throw error;
        await client.query(statement.replace(" INDEX ", " INDEX ASYNC "));
      });
    } catch (error) {
      if (!["23505", "42P07", "42710"].includes(sqlState(error))) throw error;
    }
  }
  await client.query("INSERT INTO consentry_meta VALUES ('pulse', '0') ON CONFLICT DO NOTHING");
  await client.query(
    "INSERT INTO consentry_head VALUES (1, 0, '', $1, '') ON CONFLICT DO NOTHING",
    [EMPTY_ROOT]
  );
}
async function transact(pool, work, random) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await pool.use((session) => once(session, work));
    } catch (error) {
      const cause = error instanceof StoreError ? error.cause : error;
      if (!mustRepeat(cause) || attempt >= REPEATS) throw error;
      await new Promise(
        (resolve) => setTimeout(resolve, random() * 10 * 2 ** Math.min(attempt, 5))
      );
    }
  }
}
async function once(session, work) {
  const { client } = session;
  await client.query("BEGIN");
  let result;
  try {
    result = await work(client);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
    });
    throw error;
  }
  session.warnings.length = 0;
  const { command } = await client.query("COMMIT");
  if (command != "COMMIT") throw new StoreError("unavailable", "the transaction was rolled back");
  const [warning] = session.warnings;
  if (warning != null) throw new StoreError("unavailable", `the commit is not certain: ${warning}`);
  return result;
}

const SCHEMA = `
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
${["leaf", "node", "checkpoint", "notice"].flatMap((table) => ["UPDATE", "DELETE"].map((verb) => ({ table, verb }))).map(
  ({ table, verb }) => `CREATE TRIGGER ${table}_no_${verb} BEFORE ${verb} ON ${table}
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;`
).join("\n")}
PRAGMA user_version = 1;
`;
const SCHEMA_VERSION = 1;

const OLDEST = [3, 51, 3];
const PRAGMAS = [
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["trusted_schema", 0],
  ["cell_size_check", 1],
  ["mmap_size", 0],
  ["secure_delete", 1],
  ["fullfsync", 1],
  ["checkpoint_fullfsync", 1],
  ["busy_timeout", 5e3]
];
async function openSqlite(path, readOnly) {
  const { DatabaseSync } = await loadSqlite();
  const isNew = !existsSync(path);
  const db = new DatabaseSync(path, { readOnly, timeout: 5e3 });
  try {
    checkVersion(db);
    for (const [name, value] of PRAGMAS) {
      if (!(readOnly && name == "journal_mode")) db.exec(`PRAGMA ${name} = ${value}`);
      const answer = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      if (answer !== value) {
        throw new StoreError(
          "unavailable",
          `SQLite answers ${name} = ${String(answer)}, not ${value}`
        );
      }
    }
    if (!readOnly) makeTables(db);
    const version = Object.values(db.prepare("PRAGMA user_version").get() ?? {})[0];
    if (version !== SCHEMA_VERSION) {
      throw new StoreError("unavailable", `the database has tables of version ${String(version)}`);
    }
    if (isNew) syncDirectory(dirname(path));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
async function loadSqlite() {
  try {
    return await import('node:sqlite');
  } catch (cause) {
    throw new StoreError("unavailable", "the SQLite store needs Node.js 24 or newer", cause);
  }
}
function checkVersion(db) {
  const version = String(db.prepare("SELECT sqlite_version() AS v").get()?.v);
  const parts = version.split(".").map(Number);
  const at = OLDEST.findIndex((part, i) => part != parts[i]);
  if (at >= 0 && !(parts[at] > OLDEST[at])) {
    throw new StoreError(
      "unavailable",
      `SQLite ${version} can lose committed records; ${OLDEST.join(".")} or newer is needed`
    );
  }
}
function makeTables(db) {
  db.exec("BEGIN IMMEDIATE");
  try {
    if (!db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get()) {
      db.exec(SCHEMA);
      db.prepare("INSERT INTO head VALUES (1, 0, x'', ?, '')").run(EMPTY_ROOT);
      db.exec("INSERT INTO meta VALUES ('pulse', '0')");
    }
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

const PROBLEMS = {
  11: "broken",
  // SQLITE_CORRUPT
  26: "broken",
  // SQLITE_NOTADB
  18: "unstorable",
  // SQLITE_TOOBIG
  19: "unstorable",
  // SQLITE_CONSTRAINT
  20: "unstorable"
  // SQLITE_MISMATCH
};
function sqliteError(error) {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : 0;
  const message = error instanceof Error ? error.message : "SQLite failed";
  return new StoreError(PROBLEMS[code] ?? "unavailable", message, error);
}

function statements(db) {
  const prepared = /* @__PURE__ */ new Map();
  const of = (sql) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    get: (sql, ...values) => of(sql).get(...values),
    all: (sql, ...values) => of(sql).all(...values),
    run: (sql, ...values) => Number(of(sql).run(...values).changes)
  };
}

function readHead(sql) {
  const row = sql.get("SELECT size, frontier, root, note FROM head");
  if (!row) throw new StoreError("broken", "the head is missing");
  return toHead(row);
}
function readLeaves(sql, start, end) {
  return sql.all("SELECT * FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx", start, end).map(toLeaf);
}
function writeSqlite(sql, wanted, plan) {
  const head = readHead(sql);
  const leaves = /* @__PURE__ */ new Map();
  for (const hash of wanted.hashes) {
    const row = hash.length && sql.get("SELECT * FROM leaf WHERE hash = ?", hash);
    if (row) leaves.set(hex(hash), toLeaf(row));
  }
  const ids = wanted.ids.filter((id) => sql.get("SELECT 1 FROM body WHERE id = ? LIMIT 1", id));
  const places = wanted.places.filter(
    ({ subject, site, previous }) => sql.get(
      "SELECT 1 FROM body WHERE subject = ? AND previous = ? AND site = ? LIMIT 1",
      subject,
      previous,
      site
    )
  );
  const addition = plan({
    head,
    leaves,
    ids: new Set(ids),
    places: new Set(places.map(placeKey))
  });
  if (!addition) return head;
  insert(sql, addition);
  const start = head.frontier.size;
  const next = addition.seal(readLeaves(sql, start, start + addition.leaves.length + 1));
  const { size } = next.frontier;
  sql.run("INSERT INTO checkpoint VALUES (?, ?)", size, next.note);
  sql.run(
    "UPDATE head SET size = ?, frontier = ?, root = ?, note = ?",
    size,
    packFrontier(next.frontier),
    next.root,
    next.note
  );
  return next;
}
function insert(sql, addition) {
  const { leaves, bodies, notices, nodes, counts, checkpoints = [] } = addition;
  for (const { index, kind, site, hash, received, flags, leafHash } of leaves) {
    const insertLeaf = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?)";
    sql.run(insertLeaf, index, kind, site, hash, received, flags, leafHash);
  }
  for (const body of bodies) {
    sql.run(
      "INSERT INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      body.index,
      body.id,
      body.subject,
      body.site,
      body.previous,
      body.received,
      body.event,
      body.notice,
      body.text
    );
  }
  for (const { index, hash, text } of notices) {
    sql.run("INSERT INTO notice VALUES (?, ?, ?)", index, hash, text);
  }
  for (const { size, note } of checkpoints) {
    sql.run("INSERT INTO checkpoint VALUES (?, ?)", size, note);
  }
  for (const { level, index, hash } of nodes) {
    sql.run("INSERT INTO node VALUES (?, ?, ?)", level, index, hash);
  }
  for (const { day, site, notice, name, n } of counts) {
    const add = "INSERT INTO tally VALUES (?, ?, ?, ?, ?) ON CONFLICT (day, site, notice, name) DO UPDATE SET n = tally.n + excluded.n";
    sql.run(add, day, site, notice, name, n);
  }
}

const gone = () => new StoreError("unavailable", "the database file is not there, or another has its name");
async function sqliteStore({ path, mode = "create" }) {
  const open = async (create) => {
    if (!create && !existsSync(path)) throw gone();
    const db = await openSqlite(path, mode == "read");
    return { db, sql: statements(db), file: statSync(path).ino };
  };
  let connection = await open(mode == "create");
  let opening = null;
  let largest = readHead(connection.sql).frontier.size;
  const connect = async () => {
    if (connection) return connection;
    try {
      connection = await (opening ??= open(false));
    } finally {
      opening = null;
    }
    if (readHead(connection.sql).frontier.size < largest) throw gone();
    return connection;
  };
  const drop = () => {
    try {
      connection?.db.close();
    } catch {
    }
    connection = null;
  };
  const attempt = async (work) => {
    try {
      const { db, sql, file } = await connect();
      if (statSync(path).ino != file) throw gone();
      return work(sql, db);
    } catch (error) {
      const problem = sqliteError(error);
      if (problem.problem != "unstorable") drop();
      throw problem;
    }
  };
  const commit = (work) => attempt((sql, db) => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work(sql);
      db.exec("COMMIT");
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  });
  return {
    write: async (wanted, plan) => {
      const head = await commit((sql) => writeSqlite(sql, wanted, plan));
      largest = head.frontier.size;
      return head;
    },
    head: () => attempt(readHead),
    leaves: (start, end) => attempt((sql) => readLeaves(sql, start, end)),
    nodes: (level, start, end) => attempt(
      (sql) => level ? sql.all(
        "SELECT hash FROM node WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx",
        level,
        start,
        end
      ).map((row) => toBytes(row, "hash")) : sql.all("SELECT leaf_hash FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx", start, end).map((row) => toBytes(row, "leaf_hash"))
    ),
    bodies: ({ subject = null, from = null, to = null, notice = null }, after, limit) => attempt(
      (sql) => sql.all(
        `SELECT * FROM body WHERE idx > ?1 AND (?2 IS NULL OR subject = ?2)
              AND (?3 IS NULL OR received >= ?3) AND (?4 IS NULL OR received < ?4)
              AND (?5 IS NULL OR notice = ?5) ORDER BY idx LIMIT ?6`,
        after,
        subject,
        from,
        to,
        notice,
        limit
      ).map(toBody)
    ),
    notices: (after, limit) => attempt(
      (sql) => sql.all("SELECT * FROM notice WHERE idx > ? ORDER BY idx LIMIT ?", after, limit).map(toNotice)
    ),
    checkpoints: (after, limit) => attempt(
      (sql) => sql.all("SELECT * FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?", after, limit).map((row) => ({ size: toNumber(row, "size"), note: toText(row, "note") }))
    ),
    counts: (since) => attempt(
      (sql) => sql.all("SELECT * FROM tally WHERE day >= ? ORDER BY day", since).map(toCount)
    ),
    erase: (what) => commit(
      (sql) => "subject" in what ? sql.run("DELETE FROM body WHERE subject = ?", what.subject) : sql.run("DELETE FROM body WHERE received < ?", what.receivedBefore)
    ),
    attest: ({ kind, size, data }) => commit((sql) => {
      sql.run("INSERT OR REPLACE INTO attestation VALUES (?, ?, ?)", kind, size, data);
    }),
    attestation: (kind) => attempt((sql) => {
      const newest = "SELECT * FROM attestation WHERE kind = ? ORDER BY size DESC LIMIT 1";
      const row = sql.get(newest, kind);
      return row ? toAttestation(row) : null;
    }),
    claim: (name, value) => commit((sql) => {
      sql.run("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
      return toText(sql.get("SELECT value FROM meta WHERE key = ?", name) ?? {}, "value");
    }),
    claims: (prefix) => attempt(
      (sql) => sql.all(
        "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key",
        prefix.length,
        prefix
      ).map((row) => ({ name: toText(row, "key"), value: toText(row, "value") }))
    ),
    ping: () => commit((sql) => {
      sql.run("UPDATE meta SET value = ? WHERE key = 'pulse'", String(Date.now()));
    }),
    close: async () => {
      connection?.db.close();
      connection = null;
    }
  };
}

export { FLAGS as F, NOTICE as N, RECORD as R, StoreError as S, append as a, placeKey as b, encodeLeaf as e, hex as h, loadSqlite as l, postgresStore as p, rootOf as r, sqliteStore as s };
