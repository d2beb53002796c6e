/** What the cookie says, before anyone believes it. */
export interface Stored {
  /** Random id of the subject; empty where nothing is permitted: a refusal needs none. */
  id: string;
  /** When it was decided, in seconds since 1970. */
  at: number;
  revision: number;
  _yes: readonly string[];
  _no: readonly string[];
  /** Each decided category with its fingerprint, a dot between them. */
  _prints: readonly string[];
}

/** Name and value together may hold 4,096 bytes (measured, Chromium and Firefox); more is dropped. */
const LONGEST = 4000;

/**
 * Writes a choice as a query string that any language can parse:
 * `v=1&id=…&t=1764000000&r=1&yes=performance&no=marketing&f=performance.1x2y+marketing.3z`.
 * Lists are separated by spaces, as in the `data-consent` attribute; a space is written `+`. Anyone who refused is
 * not given a name that every script reads and every request carries: without a yes, no id is written.
 */
export function encodeCookie(stored: Stored): string {
  return new URLSearchParams([
    ["v", "1"],
    ["id", stored._yes.length ? stored.id : ""],
    ["t", String(stored.at)],
    ["r", String(stored.revision)],
    ["yes", stored._yes.join(" ")],
    ["no", stored._no.join(" ")],
    ["f", stored._prints.join(" ")],
  ]).toString();
}

/** Reads a choice back. Anything but a whole, unambiguous one, as we write it, is null: not permitted. */
export function decodeCookie(text: string): Stored | null {
  const pattern =
    /^v=1&id=([\w-]{8,64}|(?=.+yes=&))&t=(\d{1,11})&r=(\d{1,9})&yes=([\w+-]*)&no=([\w+-]*)&f=([\w.+-]*)$/;
  const [found, id, at, revision, ...lists] = pattern.exec(text) ?? [];
  const [yes, no, prints] = lists.map((list) => list.split("+").filter(Boolean));
  return found && !yes!.some((token) => no!.includes(token))
    ? { id: id!, at: +at!, revision: +revision!, _yes: yes!, _no: no!, _prints: prints! }
    : null;
}

/** Whether the text fits into a cookie. */
export function fitsCookie(text: string): boolean {
  return text.length <= LONGEST;
}
