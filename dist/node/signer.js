import { sign, createPublicKey } from 'node:crypto';
import { a as sha256 } from './keyFile.js';

const ED25519 = 1;
function rawPublicKey(key) {
  const jwk = createPublicKey(key).export({ format: "jwk" });
  if (jwk.crv != "Ed25519" || !jwk.x) throw new Error("the key is not an Ed25519 key");
  return Buffer.from(jwk.x, "base64url");
}
function keyId(name, type, publicKey) {
  return sha256(Buffer.concat([Buffer.from(`${name}
`), Buffer.of(type), publicKey])).subarray(
    0,
    4
  );
}
function vkeyOf(name, type, publicKey) {
  const encoded = Buffer.concat([Buffer.of(type), publicKey]).toString("base64");
  return `${name}+${keyId(name, type, publicKey).toString("hex")}+${encoded}`;
}
function createSigner(name, privateKey) {
  if (!/^[^\s+]+$/u.test(name)) throw new Error("a key name has no spaces and no plus");
  const publicKey = rawPublicKey(privateKey);
  const id = keyId(name, ED25519, publicKey);
  return {
    name,
    vkey: vkeyOf(name, ED25519, publicKey),
    line(text) {
      const signature = sign(null, Buffer.from(text), privateKey);
      return `\u2014 ${name} ${Buffer.concat([id, signature]).toString("base64")}
`;
    }
  };
}

export { createSigner as c, keyId as k, rawPublicKey as r, vkeyOf as v };
