/**
 * JSON with the keys of every object in code unit order, so that the same facts give the same text.
 * What JSON has no word for (functions, undefined) is left out, as `JSON.stringify` does.
 */
export declare function canonicalJson(value: unknown): string;
