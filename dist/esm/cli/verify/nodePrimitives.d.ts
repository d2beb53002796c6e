import type { Primitives } from "./primitives.ts";
/** Node's own cryptography. */
export declare const nodePrimitives: Primitives;
