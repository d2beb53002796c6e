import type { Bundler } from "./loadBundler.ts";
import { type Wanted } from "./writeEntry.ts";
/** Files by their name, in the order that a page meets them. */
export type Bundled = ReadonlyMap<string, Uint8Array>;
/**
 * Bundles a site's file: a classic script, minified. With `split`, what asks goes into a second file
 * beside it (`….ask.js`), a module that the first one fetches when a choice is due.
 */
export declare function bundleSite(bundler: Bundler, wanted: Wanted, { name, split }: {
    name: string;
    split: boolean;
}): Promise<Bundled>;
