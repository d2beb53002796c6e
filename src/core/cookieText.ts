import { dict } from "../lib/dict.ts";

/** What the cookie says, before anyone believes it. */
export interface Stored {
  /** Random id of the subject. */
  id: string;
  /** When it was decided, in seconds since 1970. */
  at: number;
  revision: number;
  yes: readonly string[];
  no: readonly string[];
  /** Fingerprint of each decided category. */
  prints: Readonly<Record<string, string>>;
}

/** Name and value together may hold 4,096 bytes (measured, Chromium and Firefox); more is dropped. */
const LONGEST = 4000;

/**
 * Writes a choice as a query string that any language can parse:
 * `v=1&id=…&t=1764000000&r=1&yes=performance&no=marketing&f=performance.1x2y+marketing.3z`.
 * Lists are separated by spaces, as in the `data-consent` attribute; a space is written `+`.
 */
export function encodeCookie(stored: Stored): string {
  const prints = Object.keys(stored.prints).map((id) => `${id}.${stored.prints[id]}`);
  return new URLSearchParams([
    ["v", "1"],
    ["id", stored.id],
    ["t", String(stored.at)],
    ["r", String(stored.revision)],
    ["yes", stored.yes.join(" ")],
    ["no", stored.no.join(" ")],
    ["f", prints.join(" ")],
  ]).toString();
}

/** Reads a choice back. Anything but a whole, unambiguous one is null: not permitted. */
export function decodeCookie(text: string): Stored | null {
  if (text.length > LONGEST) return null;
  const query = new URLSearchParams(text);
  const keys = [...query.keys()];
  const get = (key: string) => query.get(key) ?? "";
  const list = (key: string) => get(key).split(" ").filter(Boolean);
  const id = get("id");
  const at = Number(get("t"));
  const revision = Number(get("r"));
  const yes = list("yes");
  const no = list("no");
  if (
    new Set(keys).size != keys.length ||
    get("v") != "1" ||
    !/^[\w-]{8,64}$/.test(id) ||
    !/^\d{1,11}$/.test(get("t")) ||
    !/^\d{1,9}$/.test(get("r")) ||
    yes.some((token) => no.includes(token))
  ) {
    return null;
  }
  const prints = dict<string>();
  for (const print of list("f")) {
    const dot = print.lastIndexOf(".");
    prints[print.slice(0, dot)] = print.slice(dot + 1);
  }
  return { id, at, revision, yes, no, prints };
}

/** Whether the text fits into a cookie. */
export function fitsCookie(text: string): boolean {
  return text.length <= LONGEST;
}
