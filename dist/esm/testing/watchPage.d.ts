import type { KitPage } from "./kitPage.ts";
import type { Watch, WatchOptions } from "./watch.ts";
/**
 * Watches a visitor who is driven by Playwright: all pages, frames and workers of the page's context,
 * its cookies of every host (`HttpOnly` too), and the storage of the page's origin. Injects nothing.
 *
 * Call it before the first `goto`. Which requests are told is the driver's affair: preconnects never are,
 * WebSockets only of this page.
 */
export declare function watchPage(page: KitPage, options?: WatchOptions): Promise<Watch>;
