import type { Leak } from "./watch.ts";
/** Something happened that the visitor's choice does not permit. The message lists it. */
export declare class LeakError extends Error {
    name: string;
    readonly leaks: readonly Leak[];
    constructor(what: string, leaks: readonly Leak[], hint: string);
}
/** `requested GET https://static.hotjar.com/c/hotjar-1.js (script, hotjar, page 1)` */
export declare function describeLeak({ kind, name, host, medium, services, navigation }: Leak): string;
