import type { Limits } from "./limits.ts";
/**
 * Reads a body as text and stops as soon as it is too much, too slow or not what it says it is.
 * Compressed bodies are refused, so that a small one cannot become a large one.
 */
export declare function readBody(request: Request, limits: Limits): Promise<string>;
