/**
 * Reads a colour as computed styles serialise it: `rgb(…)`, `rgba(…)`, or `color(srgb …)`, which is
 * what `color-mix()` gives. Red, green and blue from 0 to 255, alpha from 0 to 1. Null for another
 * colour space.
 */
export declare function parseRgb(color: string): [red: number, green: number, blue: number, alpha: number] | null;
