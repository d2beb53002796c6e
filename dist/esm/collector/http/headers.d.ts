/** Adds the headers of every answer, where the answer does not set its own. */
export declare function addHeaders(headers: Headers): void;
/**
 * Lets a page of a known origin read the answer; nothing with credentials. A day is the longest that
 * browsers keep the answer to a preflight.
 */
export declare function corsHeaders(origin: string, preflight: boolean): [name: string, value: string][];
