/**
 * Every name under which the library keeps something on a visitor's device, or speaks to its own other
 * tabs. No other file spells one out: the test kit, the server entry point and the inline head read them here.
 */

/** The cookie that holds the choice. */
export const COOKIE = "consentry";
/** The same where the site binds it to one host over https (`__Host-` prefix, RFC 6265bis 4.1.3.2). */
export const HOST_COOKIE = "__Host-consentry";
/** The database of the proof log. */
export const DATABASE = "consentry";
/** Where the database is refused, each row of the log has a key in localStorage that begins like this. */
export const LOG_PREFIX = "consentry/";
/** In sessionStorage: services whose clean-up a reload cut short. Written after a withdrawal, removed when done. */
export const CLEAN_UP = "consentry:clean-up";
/** In localStorage: records wait for the collector. Written with a decision, removed when delivered. */
export const OUTBOX = "consentry:outbox";
/** In localStorage: a choice was imported, or made here, so that none is imported ever again. */
export const IMPORTED = "consentry:imported";
/** The channel on which a tab says that the stored choice changed. */
export const CHANNEL = "consentry";
/** Web Lock around the chain of records where no database keeps it. */
export const LOG_LOCK = "consentry-log";
/** Web Lock of the one tab that sends. */
export const SEND_LOCK = "consentry-send";

/** The cache of a service worker that sees no cookies: what its pages say of ours. */
export const TOLD_CACHE = "consentry-told";

/** Name of the cookie on a page. `secure` is true on https, where alone a browser takes the prefix. */
export function cookieName(hostOnly: boolean, secure: boolean): string {
  return hostOnly && secure ? HOST_COOKIE : COOKIE;
}
