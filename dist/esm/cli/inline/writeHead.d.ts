import type { Site } from "../site/readSite.ts";
/**
 * The script that stands in a page's head: what it must know of the site, the signals, the code.
 * @param files address of the folder of `consentry.js`: who has no choice yet is asked by files from there,
 * which are then asked for at once
 */
export declare function writeHead({ gate, signals }: Pick<Site, "gate" | "signals">, files?: string): string;
