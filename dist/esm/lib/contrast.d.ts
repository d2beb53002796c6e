/** A colour as computed styles give it: red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
/** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export declare function contrast(one: Rgba, other: Rgba): number;
