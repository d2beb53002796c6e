import { isId } from "../lib/isId.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { parseJson } from "../lib/parseJson.ts";
import type { ConsentRecord } from "./consentRecord.ts";
import { RECORD_FIELDS, serialise } from "./serialise.ts";

/** What is wrong with a text: the field that does not fit, or why it is not a record at all. */
export type RecordProblem = "too-long" | "not-json" | "not-canonical" | keyof ConsentRecord;

/** UTF-16 units. A record has about 1,000; a site with 500 services about 30,000. */
const LONGEST = 65_536;

/**
 * Reads the text of a record, from anywhere: the record, or a word that says what does not fit (test
 * with `typeof result == "string"`). Strict: the text must be exactly what its fields serialise to,
 * which leaves no room for unknown or doubled keys, other spellings of a number, or two parsers that
 * read one text differently. Never throws.
 */
export function parseRecord(text: unknown): ConsentRecord | RecordProblem {
  if (typeof text != "string") return "not-json";
  if (text.length > LONGEST) return "too-long";
  const json = parseJson(text);
  if (json === undefined) return "not-json";
  const read = (key: string) => own(json, key);
  const bad = RECORD_FIELDS.find((field) => !CHECKS[field](read(field)));
  if (bad) return bad;
  if ((read("sequence") === 0) != (read("previous") === null)) return "previous";
  // Every field has been looked at, one by one.
  const record = json as ConsentRecord;
  return serialise(record) === text ? record : "not-canonical";
}

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value == "string" && pattern.test(value);
const isString: Check = (value) => typeof value == "string";
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isBits = matches(/^[\w-]{22}$/);
const isHash = matches(/^[0-9a-f]{64}$/);
const isMoment: Check = (value) =>
  typeof value == "string" &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() == value;
const isChoices: Check = (value) =>
  typeof value == "object" &&
  value != null &&
  !Array.isArray(value) &&
  keysOf(value).every((id) => isId(id) && typeof own(value, id) == "boolean");
/** An object with exactly these keys (named in the order of the alphabet), each of this type. */
const isShape =
  (type: string, ...keys: string[]): Check =>
  (value) =>
    keysOf(value).sort().join() == keys.join() &&
    keys.every((key) => typeof own(value, key) == type);

const CHECKS: Record<keyof ConsentRecord, Check> = {
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
  signals: (value) =>
    isShape("boolean", "gpc")(value) ||
    (isShape("boolean", "framed", "gpc")(value) && own(value, "framed") === true),
  library: isShape("string", "build", "version"),
  trusted: (value) => typeof value == "boolean",
  salt: isBits,
};
