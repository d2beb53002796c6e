import { randomBytes } from "node:crypto";
import { readLimited } from "../../lib/readLimited.ts";
import { sha256 } from "../merkle/hash.ts";
import type { Store } from "../store/store.ts";

/** One DER element: tag, length, content (X.690 section 8.1). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content]);
  const digits = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...digits), content]);
}

const SHA256 = Buffer.from("608648016503040201", "hex"); // OID 2.16.840.1.101.3.4.2.1

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
export function stampRequest(data: Uint8Array): StampRequest {
  const digest = sha256(data);
  // A positive INTEGER of exactly 16 bytes: no sign bit, no leading zero.
  const nonce = randomBytes(16);
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  const algorithm = der(0x30, der(6, SHA256), der(5));
  const imprint = der(0x30, algorithm, der(4, digest));
  const bytes = der(0x30, der(2, Buffer.of(1)), imprint, der(2, nonce), der(1, Buffer.of(0xff)));
  return { bytes, digest, nonce };
}

/**
 * Whether an answer grants what was asked: status granted (0 or 1, RFC 3161 section 2.4.2), and the
 * digest and nonce stand in it. Its signature is the verifier's business, who must not trust us anyway.
 */
export function isGranted(answer: Uint8Array, { digest, nonce }: StampRequest): boolean {
  const bytes = Buffer.from(answer);
  // TimeStampResp ::= SEQUENCE { PKIStatusInfo ::= SEQUENCE { status INTEGER, … }, token }
  const at = headerLength(bytes, 0);
  const status = at + headerLength(bytes, at);
  const granted = bytes[at] == 0x30 && bytes[status] == 2 && bytes[status + 1] == 1;
  return granted && bytes[status + 2]! <= 1 && bytes.includes(digest) && bytes.includes(nonce);
}

function headerLength(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] ?? 0;
  return first < 128 ? 2 : 2 + (first & 127);
}

export interface StampOptions {
  /** Address of the time stamping authority. */
  url: string;
  fetch?: typeof fetch;
}

const PATIENCE = 30_000; // milliseconds
const LARGEST = 65_536; // bytes of an answer; with certificates some 6,000

/** Has a checkpoint stamped; gives the whole TimeStampResp. Rejects when none was granted. */
export async function stamp(note: string, options: StampOptions): Promise<Buffer> {
  const request = stampRequest(Buffer.from(note));
  const response = await (options.fetch ?? fetch)(options.url, {
    method: "POST",
    body: new Uint8Array(request.bytes),
    headers: { "Content-Type": "application/timestamp-query" },
    signal: AbortSignal.timeout(PATIENCE),
  });
  const answer = await readLimited(response.body, LARGEST);
  if (!response.ok || !answer || !isGranted(answer, request)) {
    throw new Error(`the time stamping authority gave no time stamp (${response.status})`);
  }
  return Buffer.from(answer);
}

/** Has the newest checkpoint stamped unless it already is; keeps the stamp in the store. */
export async function stampNewest(store: Store, options: StampOptions): Promise<number | null> {
  const { frontier, note } = await store.head();
  const last = await store.attestation("rfc3161");
  if (!frontier.size || last?.size == frontier.size) return null;
  const response = (await stamp(note, options)).toString("base64");
  const { size } = frontier;
  await store.attest({ kind: "rfc3161", size, data: JSON.stringify({ note, response }) });
  return size;
}
