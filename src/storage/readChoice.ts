import { cookieTexts } from "../lib/cookieTexts.ts";
import { decoded } from "../lib/decoded.ts";

/** Name of the cookie; the prefix binds it to one host over https (RFC 6265bis 4.1.3.2). */
export function choiceName(hostOnly: boolean, protocol: string): string {
  return hostOnly && protocol == "https:" ? "__Host-consentry" : "consentry";
}

/** Every value found under the name; two mean that nobody can tell which one counts. Never throws. */
export function readChoice(name: string, document: Pick<Document, "cookie">): string[] {
  try {
    return cookieTexts(document.cookie, name).map(decoded);
  } catch {
    return []; // A sandboxed page may not read cookies.
  }
}
