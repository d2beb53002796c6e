import { cookieTexts } from "../lib/cookieTexts.ts";
import { decoded } from "../lib/decoded.ts";

/** Every value found under the name; two mean that nobody can tell which one counts. Never throws. */
export function readChoice(name: string, document: Pick<Document, "cookie">): string[] {
  try {
    return cookieTexts(document.cookie, name).map(decoded);
  } catch {
    return []; // A sandboxed page may not read cookies.
  }
}
