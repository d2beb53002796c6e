import type { ConsentRecord } from "../../record/consentRecord.ts";
import { parseRecord } from "../../record/parseRecord.ts";
import { hex, type Entry, type EntryCode } from "../log/entry.ts";
import { sha256 } from "../merkle/hash.ts";
import { isOneLine } from "./isOneLine.ts";
import { parseLine } from "./parseLine.ts";

/** Why one line was refused; the others of its request may still be stored. */
export type LineCode =
  | "line-too-long"
  | "line-invalid"
  | "record-invalid"
  | "too-many-keys"
  | "hash-mismatch"
  | "wrong-site"
  | "id-mismatch"
  | "notice-invalid"
  | EntryCode;

/** A line that was refused. */
export interface Rejected {
  code: LineCode;
  /** The record's id, where the text is a record at all. */
  id: string | null;
  /** For `record-invalid`: the field that does not fit. */
  field?: string;
}

export interface EntryRules {
  /** Origins whose pages may send records. */
  origins: ReadonlySet<string>;
  /** Longest line in bytes. */
  line: number;
  /** Most keys of categories beside `necessary`. */
  categories: number;
  /** Most keys of services. */
  keys: number;
}

const PREFIX = Buffer.from("consentry/v1 record\n");
const NO_RECORD = Buffer.alloc(32);

/** Checks one line and everything in it against itself: form, hash, site. */
export function checkEntry(line: string, rules: EntryRules): Entry | Rejected {
  if (Buffer.byteLength(line) > rules.line) return { code: "line-too-long", id: null };
  const parsed = parseLine(line);
  if (!parsed) return { code: "line-invalid", id: null };
  if (parsed.kind == "record") return checkRecord(parsed.text, parsed.hash, rules);
  // A database's text holds neither a zero byte nor half a surrogate pair; a snapshot is JSON, which writes both as escapes.
  const { text } = parsed;
  return text && !text.includes("\0") && Buffer.from(text).toString() == text
    ? { kind: "notice", hash: sha256(text), text }
    : { code: "notice-invalid", id: null };
}

function checkRecord(text: string, hash: string, rules: EntryRules): Entry | Rejected {
  const record = parseRecord(text);
  if (typeof record == "string") return { code: "record-invalid", id: null, field: record };
  const reject = (code: LineCode): Rejected => ({ code, id: record.id });
  const { categories, services, page } = record;
  const asked = Object.keys(categories).filter((id) => id != "necessary");
  if (asked.length > rules.categories || Object.keys(services).length > rules.keys) {
    return reject("too-many-keys");
  }
  const field = oddField(record);
  if (field) return { code: "record-invalid", id: record.id, field };
  const previous = Buffer.from(record.previous ?? "", "hex");
  const digest = sha256(
    Buffer.concat([PREFIX, record.previous ? previous : NO_RECORD, Buffer.from(text)]),
  );
  if (hex(digest) != hash) return reject("hash-mismatch");
  const site = siteOf(page, rules.origins);
  if (site == null) return reject("wrong-site");
  return {
    kind: "record",
    hash: digest,
    text,
    id: record.id,
    subject: record.subject,
    site,
    previous,
    at: Date.parse(record.at),
    event: record.event,
    trusted: record.trusted,
    notice: Buffer.from(record.notice, "hex"),
    categories,
  };
}

/**
 * The field that is one line by its nature and is not, or null. These go to tables, terminals and
 * spreadsheets, where a character that is not seen makes one line look like another.
 */
function oddField({ controller, language, library, page }: ConsentRecord): string | null {
  if (!isOneLine(controller)) return "controller";
  // A well-formed tag (BCP 47), or empty where nothing was shown.
  if (!/^(?:[a-z]{2,8}(?:-[a-z\d]{1,8})*)?$/i.test(language) || language.length > 64)
    return "language";
  if (![library.version, library.build].every((text) => /^[\w.+=/-]{0,64}$/.test(text)))
    return "library";
  return isOneLine(page) ? null : "page";
}

/** Host of a page that belongs to one of the origins, or null. */
function siteOf(page: string, origins: ReadonlySet<string>): string | null {
  if (!URL.canParse(page)) return null;
  const { origin, host } = new URL(page);
  // The second half refuses credentials before the host, which `origin` does not show.
  return origins.has(origin) && page.startsWith(`${origin}/`) ? host : null;
}
