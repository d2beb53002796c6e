import type { Store } from "../store/store.ts";
/** A request for a time stamp and what its answer must repeat. */
export interface StampRequest {
    /** DER, `application/timestamp-query`. */
    bytes: Buffer;
    digest: Buffer;
    nonce: Buffer;
}
/**
 * Asks for the time of some bytes: TimeStampReq of RFC 3161 section 2.4.1, version 1, SHA-256, a fresh
 * nonce against replayed answers, and the certificate wanted in the answer.
 */
export declare function stampRequest(data: Uint8Array): StampRequest;
/**
 * Whether an answer grants what was asked: status granted (0 or 1, RFC 3161 section 2.4.2), and the
 * digest and nonce stand in it. Its signature is the verifier's business, who must not trust us anyway.
 */
export declare function isGranted(answer: Uint8Array, { digest, nonce }: StampRequest): boolean;
export interface StampOptions {
    /** Address of the time stamping authority. */
    url: string;
    fetch?: typeof fetch;
}
/** Has a checkpoint stamped; gives the whole TimeStampResp. Rejects when none was granted. */
export declare function stamp(note: string, options: StampOptions): Promise<Buffer>;
/** Has the newest checkpoint stamped unless it already is; keeps the stamp in the store. */
export declare function stampNewest(store: Store, options: StampOptions): Promise<number | null>;
