/** One DER element (X.690): its tag, its content, and the bytes of the whole. */
export interface Der {
    tag: number;
    content: Uint8Array;
    whole: Uint8Array;
    /** Elements inside, for constructed ones (SEQUENCE, SET, explicit tags). */
    children: Der[];
}
/** Reads one element that fills all the bytes; null for anything else. Definite lengths only. */
export declare function readDer(bytes: Uint8Array, depth?: number): Der | null;
/** Content of an OBJECT IDENTIFIER as hexadecimal digits. */
export declare function oidOf(der: Der | undefined): string;
