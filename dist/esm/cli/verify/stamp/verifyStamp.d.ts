import { X509Certificate } from "node:crypto";
/** A time stamp that was found good. */
export interface GoodStamp {
    ok: true;
    /** When the authority says it saw the data, milliseconds since 1970. */
    time: number;
    /** Subject of the authority's certificate. */
    authority: string;
}
export interface BadStamp {
    ok: false;
    reason: string;
}
/**
 * Checks a TimeStampResp (RFC 3161) over some data: the digest in it, the authority's signature (CMS,
 * RFC 5652 section 5.6) and the way of its certificate to a root that the caller trusts, as of then.
 */
export declare function verifyStamp(response: Uint8Array, data: Uint8Array, roots: readonly X509Certificate[]): GoodStamp | BadStamp;
