/** What one request, one visitor and the whole collector may ask for. */
export interface Limits {
    /** Bytes of one request's body. Browsers send at most 64 KiB with keepalive. Default 65,536. */
    body: number;
    /** Lines of one request. Default 50. */
    lines: number;
    /** Bytes of one line; a record with 500 services has about 40,000. Default 49,152. */
    line: number;
    /** Keys of a record's categories or services. Default 1,024. */
    keys: number;
    /** Milliseconds that a body may take to arrive. Default 10,000. */
    bodyTime: number;
    /** Milliseconds after which an answer no longer waits for the commit. Default 8,000. */
    commitTime: number;
    /** Requests in work at once. Default 1,000. */
    inFlight: number;
    /** Entries that may wait for a commit. Default 4,000. */
    queue: number;
    /** Entries of one transaction. Default 200. */
    batch: number;
    /** Requests a second from one network (IPv4 /24, IPv6 /56), in the long run. Default 50. */
    rate: number;
    /** How far a network may run ahead of its rate. Default 500 requests. */
    burst: number;
}
export declare const LIMITS: Limits;
