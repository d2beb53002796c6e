import type { Migration } from "../core/config/parts.ts";
import { ADDRESSES } from "../gate/addresses.ts";
import { heldAddress } from "../gate/heldAddress.ts";
import { isInert } from "../gate/item.ts";
import { isIgnored } from "../lib/isIgnored.ts";

/** Whether something of the element waits under another name until it is permitted. */
const isWithheld = (element: Element): boolean =>
  Object.entries(ADDRESSES).some(
    ([name, selector]) => element.matches(selector) && heldAddress(element, name) != null,
  );

/**
 * Marks what another tool's markup marks, so that the gate finds it. Only what that markup withholds
 * already: inert scripts, and embeds whose address stands aside. What names something that the mapping
 * does not is left as it is, and so stays blocked; scripts are reported.
 *
 * @param unknown is called with the names of an inert script that the mapping does not cover
 * @returns the undo
 */
export function translateMarkup(
  root: Node & ParentNode,
  migrations: readonly Migration[],
  unknown: (name: string) => void,
): () => void {
  /** Weak, because a page may drop marked elements. */
  const added: [element: WeakRef<Element>, attribute: string][] = [];
  const set = (element: Element, attribute: string, value: string): void => {
    element.setAttribute(attribute, value);
    added.push([new WeakRef(element), attribute]);
  };

  const translate = (element: Element, { map, names, address = "" }: Migration): void => {
    const isScript = element.localName == "script";
    if (element.hasAttribute("data-consent") || isIgnored(element)) return;
    if (isScript && !(element.hasAttribute("type") && isInert(element))) return;
    const aside =
      address && (isScript || element.matches(ADDRESSES["src"]!)) && element.getAttribute(address);
    if (!isScript && !aside && !isWithheld(element)) return;
    const needs: string[] = [];
    for (const name of names!(element)) {
      const not = name.startsWith("!") ? "!" : "";
      const ids = map[not ? name.slice(1) : name];
      if (ids) needs.push(...ids.split(/\s+/).map((id) => id && not + id));
      else return isScript ? unknown(name) : undefined;
    }
    if (!needs.length) return;
    if (aside && !element.hasAttribute("data-src")) set(element, "data-src", aside);
    set(element, "data-consent", needs.join(" "));
  };

  const scan = (node: Element): void => {
    for (const migration of migrations) {
      const { selector } = migration;
      if (!selector || !migration.names) continue;
      if (node.matches?.(selector)) translate(node, migration);
      for (const element of node.querySelectorAll(selector)) translate(element, migration);
    }
  };

  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) if (node instanceof Element) scan(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  scan(root as Element);
  return () => {
    observer.disconnect();
    for (const [element, attribute] of added) element.deref()?.removeAttribute(attribute);
  };
}
