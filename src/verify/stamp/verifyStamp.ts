import { createHash, verify, X509Certificate, type KeyObject } from "node:crypto";
import { equal } from "../bytes.ts";
import { oidOf, readDer, type Der } from "./readDer.ts";

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

/** Object identifiers as hexadecimal digits of their content. */
const OID = {
  signedData: "2a864886f70d010702",
  tstInfo: "2a864886f70d0109100104",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  certificateV2: "2a864886f70d010910022f",
  certificateV1: "2a864886f70d010910020c",
  rsaPss: "2a864886f70d01010a",
};
const DIGESTS: Readonly<Record<string, string>> = {
  "608648016503040201": "sha256",
  "608648016503040202": "sha384",
  "608648016503040203": "sha512",
};
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8"; // RFC 3161 section 2.3

/**
 * Checks a TimeStampResp (RFC 3161) over some data: the digest in it, the authority's signature (CMS,
 * RFC 5652 section 5.6) and the way of its certificate to a root that the caller trusts, as of then.
 */
export function verifyStamp(
  response: Uint8Array,
  data: Uint8Array,
  roots: readonly X509Certificate[],
): GoodStamp | BadStamp {
  try {
    return check(response, data, roots);
  } catch {
    return bad("The time stamp is malformed."); // A certificate or key that Node cannot read.
  }
}

const bad = (reason: string): BadStamp => ({ ok: false, reason });

function check(
  response: Uint8Array,
  data: Uint8Array,
  roots: readonly X509Certificate[],
): GoodStamp | BadStamp {
  const [statusInfo, token] = readDer(response)?.children ?? [];
  const status = statusInfo?.children[0];
  if (status?.tag != 2 || status.content.length != 1 || status.content[0]! > 1) {
    return bad("The authority did not grant the time stamp.");
  }
  const signedData = oidOf(token?.children[0]) == OID.signedData && token?.children[1]?.children[0];
  if (!signedData) return bad("The time stamp is malformed.");
  const [, , encapsulated, ...rest] = signedData.children;
  const octets = encapsulated?.children[1]?.children[0];
  if (oidOf(encapsulated?.children[0]) != OID.tstInfo || octets?.tag != 4) {
    return bad("The time stamp is malformed.");
  }
  const info = readInfo(octets.content);
  if (!info) return bad("The time stamp is malformed.");
  const digest = createHash(info.algorithm).update(data).digest();
  if (!equal(digest, info.digest)) return bad("The time stamp is of other data.");

  const certificates = rest
    .filter(({ tag }) => tag == 0xa0)
    .flatMap(({ children }) => children.map(({ whole }) => new X509Certificate(whole)));
  const signers = rest.find(({ tag }) => tag == 0x31)?.children ?? [];
  const signer = signers.length == 1 ? readSigner(signers[0]!) : null;
  if (!signer) return bad("The time stamp is malformed.");
  const certificate = certificates.find((one) => isOf(signer, one));
  if (!certificate) return bad("The authority's certificate is not in the time stamp.");
  if (!signer.covers(octets.content) || !isSigned(signer, certificate.publicKey)) {
    return bad("The authority's signature is not good.");
  }
  if (!certificate.keyUsage?.includes(TIME_STAMPING)) {
    return bad("The certificate is not one of a time stamping authority.");
  }
  return leadsToRoot(certificate, certificates, roots, info.time)
    ? { ok: true, time: info.time, authority: certificate.subject }
    : bad("The authority's certificate does not lead to a trusted root.");
}

/** TSTInfo, RFC 3161 section 2.4.2. */
function readInfo(bytes: Uint8Array) {
  const [, , imprint, , time] = readDer(bytes)?.children ?? [];
  const algorithm = DIGESTS[oidOf(imprint?.children[0]?.children[0])];
  const digest = imprint?.children[1];
  // GeneralizedTime: YYYYMMDDhhmmss[.s…]Z
  const text = time?.tag == 0x18 ? Buffer.from(time.content).toString("latin1") : "";
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!algorithm || digest?.tag != 4 || !parts) return null;
  const [, year, month, day, hour, minute, second, fraction = ""] = parts;
  const at = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`,
  );
  return Number.isNaN(at) ? null : { algorithm, digest: digest.content, time: at };
}

interface Signer {
  digest: string;
  /** What is signed: the attributes as a SET. */
  signed: Uint8Array;
  signature: Uint8Array;
  /** Attribute values by object identifier. */
  attributes: Map<string, Der>;
  /** Whether the attributes are about this content. */
  covers(content: Uint8Array): boolean;
}

/** SignerInfo, RFC 5652 section 5.3. */
function readSigner(der: Der): Signer | null {
  const [, , digestAlgorithm, attributes, algorithm, signature] = der.children;
  const digest = DIGESTS[oidOf(digestAlgorithm?.children[0])];
  if (!digest || attributes?.tag != 0xa0 || signature?.tag != 4) return null;
  if (oidOf(algorithm?.children[0]) == OID.rsaPss) return null;
  const values = new Map<string, Der>();
  for (const { children } of attributes.children) {
    const value = children[1]?.children[0];
    if (value) values.set(oidOf(children[0]), value);
  }
  return {
    digest,
    // Signed under the universal tag of a SET, not under the implicit one it is sent with (5.4).
    signed: Buffer.concat([Buffer.of(0x31), attributes.whole.subarray(1)]),
    signature: signature.content,
    attributes: values,
    covers(content) {
      const type = oidOf(values.get(OID.contentType));
      const message = values.get(OID.messageDigest)?.content;
      const computed = createHash(digest).update(content).digest();
      return type == OID.tstInfo && message != null && equal(message, computed);
    },
  };
}

/** Whether a certificate is the one that the signer names by its hash (RFC 5035, ESSCertIDv2). */
function isOf({ attributes }: Signer, certificate: X509Certificate): boolean {
  const v2 = attributes.get(OID.certificateV2)?.children[0]?.children[0]?.children;
  const v1 = attributes.get(OID.certificateV1)?.children[0]?.children[0]?.children;
  // In version 2 the algorithm may stand before the hash; SHA-256 is left out.
  const algorithm = v2
    ? v2[0]?.tag == 0x30
      ? DIGESTS[oidOf(v2[0].children[0])]
      : "sha256"
    : "sha1";
  const hash = (v2 ?? v1)?.find(({ tag }) => tag == 4)?.content;
  if (!algorithm || !hash) return false;
  return equal(hash, createHash(algorithm).update(certificate.raw).digest());
}

function isSigned({ digest, signed, signature }: Signer, key: KeyObject): boolean {
  return verify(digest, signed, key, signature);
}

/** Follows issuers from a certificate to a root, each valid at that time. */
function leadsToRoot(
  certificate: X509Certificate,
  pool: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  time: number,
): boolean {
  let current = certificate;
  for (let step = 0; step < 8; step++) {
    const { validFromDate, validToDate } = current;
    if (time < validFromDate.getTime() || time > validToDate.getTime()) return false;
    const issued = (by: X509Certificate) => current.checkIssued(by) && current.verify(by.publicKey);
    if (roots.some((root) => root.fingerprint256 == current.fingerprint256 || issued(root)))
      return true;
    const next = pool.find((one) => one.ca && one != current && issued(one));
    if (!next) return false;
    current = next;
  }
  return false;
}
