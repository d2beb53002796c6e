/** What one request, one visitor and the whole collector may ask for. */
export interface Limits {
  /** Bytes of one request's body. Browsers send at most 64 KiB with keepalive. Default 65,536. */
  body: number;
  /** Lines of one request. Default 50. */
  lines: number;
  /** Bytes of one line; a record with 500 services has about 40,000. Default 49,152. */
  line: number;
  /** Keys of a record's categories beside `necessary`; a configuration holds as many. Default 40. */
  categories: number;
  /** Keys of a record's services. Default 1,024. */
  keys: number;
  /** Milliseconds that a body may take to arrive. Default 10,000. */
  bodyTime: number;
  /** Milliseconds after which an answer no longer waits for the commit. Default 8,000. */
  commitTime: number;
  /**
   * Requests in work at once, each from when its body is there. One network has a tenth of these places,
   * and may have as many bodies under way. Default 1,000.
   */
  inFlight: number;
  /** Entries that may wait for a commit. Default 4,000. */
  queue: number;
  /** Entries of one transaction. Default 200. */
  batch: number;
  /** Bytes of text of one transaction. Default 262,144. */
  batchBytes: number;
  /** Units of work (see `workOf`) a second from one network (IPv4 /24, IPv6 /56), in the long run. Default 8. */
  rate: number;
  /** How far a network may run ahead of its rate. Default 200 units. */
  burst: number;
  /** New notices of one site in a day. Default 200. */
  notices: number;
  /** Bytes that the log may have before new records are refused. Default: no limit. */
  maxSize: number;
  /** Bytes of the disk that are left free for erasing and the rest of the machine. Default 64 MiB. */
  reserve: number;
}

export const LIMITS: Limits = {
  body: 65_536,
  lines: 50,
  line: 49_152,
  categories: 40,
  keys: 1_024,
  bodyTime: 10_000,
  commitTime: 8_000,
  inFlight: 1_000,
  queue: 4_000,
  batch: 200,
  batchBytes: 262_144,
  rate: 8,
  burst: 200,
  notices: 200,
  maxSize: Infinity,
  reserve: 64 * 2 ** 20,
};
