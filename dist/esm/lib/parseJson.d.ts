/** The value of a JSON text, or undefined where it is none (also where it nests too deep). */
export declare function parseJson(text: string): unknown;
