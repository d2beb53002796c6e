import { isFetchable } from "./isFetchable.ts";
import { runs, scriptType, scriptUrl } from "./item.ts";
import type { Trust } from "./trustedPolicy.ts";

/** The type of a copy that has begun: nothing runs it again, no matter who copies, morphs or restores it. */
export const DONE = "text/x-consentry";

/**
 * Makes the script that will run beside a held one. A new element, because a script that
 * came by `innerHTML` is marked as already started and so would be its clone (HTML, "already started").
 * Attributes are kept but for the type, the address, the mark, and `on…`: handlers stay on the held element, to
 * which `load` and `error` are forwarded, so that listeners added by script are called too.
 *
 * @param nonce CSP nonce for scripts that carry none, or empty
 * @param trust makes what the sinks accept under Trusted Types; without it they refuse there, and this throws
 */
export function makeScript(
  held: Element,
  document: Document,
  nonce: string,
  trust?: Trust,
): HTMLScriptElement {
  const fresh = document.createElement("script");
  for (const name of held.getAttributeNames()) {
    if (!/^(type|src|data-src|data-consent.*|nonce|async|defer|on.*)$/.test(name)) {
      fresh.setAttribute(name, held.getAttribute(name)!);
    }
  }
  fresh.type = scriptType(held);
  // With a CSP header the attribute reads empty; only the property still knows the nonce.
  fresh.nonce = (held as HTMLElement).nonce || nonce;
  const url = scriptUrl(held);
  if (!url) fresh.text = trust ? trust("createScript", held.textContent!) : held.textContent!;
  else if (isFetchable(url)) fresh.src = trust ? trust("createScriptURL", url) : url;
  else throw url;
  return fresh;
}

/**
 * Puts a script into the page before the held one, where it runs; from then on it is inert. The type is read once, as it
 * is put in (HTML, "prepare the script element").
 */
export function runBefore(held: Element, fresh: HTMLScriptElement): void {
  held.before(fresh);
  // Another type waits for a library that runs it elsewhere, and looks for it by that type.
  if (runs(fresh.type)) fresh.type = DONE;
}
