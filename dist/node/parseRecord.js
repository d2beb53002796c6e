import { E as EMPTY_ROOT } from './keyFile.js';
import { t as treeReader } from './treeReader.js';
import { S as StoreError, h as hex } from './sqliteStore.js';
import { i as isId, k as keysOf } from './keysOf.js';
import { o as own } from './own.js';

function checkpointText(origin, size, root) {
  return `${origin}
${size}
${Buffer.from(root).toString("base64")}
`;
}
function signNote(text, signers) {
  return `${text}
${signers.map((signer) => signer.line(text)).join("")}`;
}

const KEY_CLAIM = "key ";
async function checkLog(store, log) {
  const origin = await store.claim("origin", log.origin);
  if (origin != log.origin) {
    throw new StoreError("broken", `this is the log "${origin}", not "${log.origin}"`);
  }
  const { frontier, root, note } = await store.head();
  const { size } = frontier;
  const computed = size ? await treeReader(store).root(size) : EMPTY_ROOT;
  if (hex(computed) != hex(root)) {
    throw new StoreError("broken", "the stored hashes do not give the stored root");
  }
  const text = checkpointText(log.origin, size, root);
  const signed = log.signers.some((signer) => note.includes(signer.line(text)));
  if (size && !(note.startsWith(`${text}
`) && signed)) {
    throw new StoreError("broken", "none of these keys signed the newest checkpoint");
  }
  for (const { vkey } of log.signers) {
    await store.claim(KEY_CLAIM + vkey, (/* @__PURE__ */ new Date()).toISOString());
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

const RECORD_FIELDS = [
  "schema",
  "id",
  "subject",
  "sequence",
  "previous",
  "event",
  "method",
  "source",
  "at",
  "expires",
  "controller",
  "categories",
  "services",
  "notice",
  "language",
  "revision",
  "page",
  "signals",
  "library",
  "trusted",
  "salt"
];
function serialise(record) {
  return JSON.stringify(Object.fromEntries(RECORD_FIELDS.map((field) => [field, record[field]])));
}

const LONGEST = 65536;
function parseRecord(text) {
  if (typeof text != "string") return "not-json";
  if (text.length > LONGEST) return "too-long";
  const json = parseJson(text);
  if (json === void 0) return "not-json";
  const read = (key) => own(json, key);
  const bad = RECORD_FIELDS.find((field) => !CHECKS[field](read(field)));
  if (bad) return bad;
  if (read("sequence") === 0 != (read("previous") === null)) return "previous";
  const record = json;
  return serialise(record) === text ? record : "not-canonical";
}
const matches = (pattern) => (value) => typeof value == "string" && pattern.test(value);
const isString = (value) => typeof value == "string";
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isBits = matches(/^[\w-]{22}$/);
const isHash = matches(/^[0-9a-f]{64}$/);
const isMoment = (value) => typeof value == "string" && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() == value;
const isChoices = (value) => typeof value == "object" && value != null && !Array.isArray(value) && keysOf(value).every((id) => isId(id) && typeof own(value, id) == "boolean");
const isShape = (type, ...keys) => (value) => keysOf(value).sort().join() == keys.join() && keys.every((key) => typeof own(value, key) == type);
const CHECKS = {
  schema: (value) => value === "consentry/1",
  id: isBits,
  subject: matches(/^[\w-]{8,64}$/),
  sequence: isCount,
  previous: (value) => value === null || isHash(value),
  event: matches(/^(given|renewed|refused|changed|withdrawn|expired|invalidated)$/),
  method: isId,
  source: isId,
  at: isMoment,
  expires: isMoment,
  controller: isString,
  categories: isChoices,
  services: isChoices,
  notice: isHash,
  language: isString,
  revision: isCount,
  page: matches(/^[^?#]*$/),
  signals: isShape("boolean", "gpc"),
  library: isShape("string", "build", "version"),
  trusted: (value) => typeof value == "boolean",
  salt: isBits
};

export { KEY_CLAIM as K, checkpointText as a, checkLog as c, parseRecord as p, signNote as s };
