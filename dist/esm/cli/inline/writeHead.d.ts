import type { Site } from "../site/readSite.ts";
/** The script that stands in a page's head: what it must know of the site, the signals, the code. */
export declare function writeHead({ gate, signals }: Pick<Site, "gate" | "signals">): string;
