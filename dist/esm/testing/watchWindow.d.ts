import type { Watch, WatchOptions } from "./watch.ts";
/**
 * Watches from inside the page, for Vitest's browser mode and the like. Patches nothing: it reads the
 * browser's resource timing, the addresses of elements in the document, and lists what script can see of
 * the storage.
 *
 * So it does not see: `HttpOnly` cookies and cookies of other hosts, what happens inside foreign frames,
 * WebSockets, requests that something blocked, methods and query-less redirects. Where that matters, use
 * `watchPage`.
 */
export declare function watchWindow(options?: WatchOptions): Promise<Watch>;
