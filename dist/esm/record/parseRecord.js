import { isId } from '../lib/isId.js';
import { keysOf } from '../lib/keysOf.js';
import { own } from '../lib/own.js';
import { parseJson } from '../lib/parseJson.js';
import { RECORD_FIELDS, serialise } from './serialise.js';

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

export { parseRecord };
