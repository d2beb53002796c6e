import { storedChoice, type StoredChoice } from "../core/choice/storedChoice.ts";
import { attempt } from "../lib/attempt.ts";
import { cookieTexts } from "../lib/cookieTexts.ts";
import { decoded } from "../lib/decoded.ts";

/** What is stored under the cookie's name. Never throws. */
export function readChoice(name: string, document: Pick<Document, "cookie">): StoredChoice {
  // A sandboxed page may not read cookies.
  return storedChoice(attempt(() => cookieTexts(document.cookie, name).map(decoded)) ?? []);
}
