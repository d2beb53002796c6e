/**
 * The page's document with its own properties out of reach of markup. `<img name="cookie">` or
 * `<form name="body">` replaces `document.cookie` and `document.body` (HTML, "named access", the
 * interface is `[LegacyOverrideBuiltIns]`); here every read and write goes to the prototype.
 *
 * The result is not a Node: pass `documentElement` where the platform wants one.
 */
export declare function safeDocument(document: Document): Document;
