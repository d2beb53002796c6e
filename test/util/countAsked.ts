/** What a gate asks of a page, script by script. */
const ASKED: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [
    Element.prototype,
    [
      "getAttribute",
      "getAttributeNames",
      "hasAttribute",
      "matches",
      "closest",
      "querySelectorAll",
      "previousElementSibling",
      "firstElementChild",
    ],
  ],
  [Node.prototype, ["getRootNode", "firstChild", "isConnected"]],
  [HTMLScriptElement.prototype, ["type", "src", "text"]],
  [MutationRecord.prototype, ["type", "target", "attributeName", "addedNodes", "removedNodes"]],
  [MutationObserver.prototype, ["takeRecords"]],
];

/**
 * Counts how often methods and properties of the page's elements, and of what is heard of them, are used from now on.
 *
 * @returns ends it, and gives each count by name
 */
export function countAsked(): () => Record<string, number> {
  const counts: Record<string, number> = {};
  const undo: (() => void)[] = [];
  for (const [owner, names] of ASKED) {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name)!;
      counts[name] = 0;
      const counted = (method: (...given: unknown[]) => unknown) =>
        function (this: unknown, ...given: unknown[]): unknown {
          counts[name]!++;
          return Reflect.apply(method, this, given);
        };
      const { get, value } = own as { get?: () => unknown; value?: () => unknown };
      Object.defineProperty(owner, name, {
        ...own,
        ...(get ? { get: counted(get) } : { value: counted(value!) }),
      });
      undo.push(() => Object.defineProperty(owner, name, own));
    }
  }
  return () => {
    for (const end of undo) end();
    return counts;
  };
}
