import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A key and a certificate in PEM, for one test run. */
export interface Identity {
  key: string;
  cert: string;
}

const DAY = 86_400_000; // milliseconds

/**
 * Makes a self-signed certificate (X.509 v3, P-256) that is thrown away after the run, so that no
 * private key lies in the repository and no outside program is needed.
 */
export function selfSigned(names: readonly string[], now: number = Date.now()): Identity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = sequence(set(sequence(oid("550403"), utf8("Test stand-ins"))));
  const algorithm = sequence(oid("2a8648ce3d040302")); // ecdsa-with-SHA256, RFC 5758 3.2
  const altNames = sequence(...names.map((name) => tag(0x82, Buffer.from(name)))); // dNSName
  const content = sequence(
    tag(0xa0, integer(Buffer.of(2))), // version 3
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    issuer,
    sequence(time(now - DAY), time(now + 30 * DAY)),
    issuer,
    publicKey.export({ type: "spki", format: "der" }),
    tag(0xa3, sequence(sequence(oid("551d11"), tag(0x04, altNames)))), // subjectAltName
  );
  const signature = sign("sha256", content, privateKey);
  const der = sequence(content, algorithm, tag(0x03, Buffer.concat([Buffer.of(0), signature])));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(der),
  };
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

// As much of DER (X.690) as a certificate needs.
function tag(type: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.of(type, ...length), content]);
}
const sequence = (...parts: Buffer[]): Buffer => tag(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => tag(0x31, Buffer.concat(parts));
const integer = (bytes: Buffer): Buffer => tag(0x02, bytes);
const oid = (hex: string): Buffer => tag(0x06, Buffer.from(hex, "hex"));
const utf8 = (text: string): Buffer => tag(0x0c, Buffer.from(text));
const time = (at: number): Buffer =>
  tag(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, "")}Z`));
