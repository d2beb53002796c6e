/**
 * The page's document with its own properties out of reach of markup. `<img name="cookie">` or
 * `<form name="body">` replaces `document.cookie` and `document.body` (HTML, "named access", the
 * interface is `[LegacyOverrideBuiltIns]`); here every read and write goes to the prototype.
 *
 * The result is not a Node: pass `documentElement` where the platform wants one.
 */
export function safeDocument(document: Document): Document {
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(document)) as object;
  return new Proxy(document, {
    get(_, key) {
      const value: unknown = Reflect.get(prototype, key, document);
      return typeof value == "function" ? (value.bind(document) as unknown) : value;
    },
    set: (_, key, value) => Reflect.set(prototype, key, value, document),
  });
}
