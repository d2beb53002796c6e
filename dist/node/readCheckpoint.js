import { verify, hash, createPublicKey } from 'node:crypto';

const utf8 = (text) => new TextEncoder().encode(text);
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
function fromHex(text) {
  if (typeof text != "string" || text.length % 2 || !/^[0-9a-f]*$/.test(text)) return null;
  return Uint8Array.from(
    { length: text.length / 2 },
    (_, i) => Number.parseInt(text.slice(i * 2, i * 2 + 2), 16)
  );
}
function fromBase64(text) {
  if (typeof text != "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return toBase64(bytes) == text ? bytes : null;
  } catch {
    return null;
  }
}
function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
function concat(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
function equal(a, b) {
  return a.length == b.length && a.every((byte, i) => byte == b[i]);
}

const SPKI = Uint8Array.from([48, 42, 48, 5, 6, 3, 43, 101, 112, 3, 33, 0]);
const known = /* @__PURE__ */ new Map();
function keyOf(publicKey) {
  const name = Buffer.from(publicKey).toString("hex");
  const der = Buffer.from(concat(SPKI, publicKey));
  const key = known.get(name) ?? createPublicKey({ key: der, format: "der", type: "spki" });
  known.set(name, key);
  return key;
}
const nodePrimitives = {
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
  async ed25519(publicKey, message, signature) {
    if (publicKey.length != 32) return false;
    return verify(null, message, keyOf(publicKey), signature);
  }
};

function readKey(vkey, sha256) {
  const [, name, digits, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(vkey.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const id = fromHex(digits);
  const type = bytes?.[0];
  if (!name || !id || bytes?.length != 33 || type != 1 && type != 4) return null;
  const expected = sha256(concat(utf8(`${name}
`), bytes)).slice(0, 4);
  return equal(id, expected) ? { name, id, type, publicKey: bytes.slice(1) } : null;
}
const hasControls = (text) => text.split("").some((char) => char < " " && char != "\n");
const MOST_LINES = 64;
const MOST = 262144;
async function openNote(note, keys, { ed25519 }) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || note.length > MOST || hasControls(note)) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() != "" || !lines.length || lines.length > MOST_LINES) return null;
  const signatures = [];
  for (const line of lines) {
    const [, name, encoded] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!name || !bytes || bytes.length < 5) return null;
    for (const key of keys) {
      if (key.name != name || !equal(key.id, bytes.slice(0, 4))) continue;
      const signed = key.type == 1 ? plain(text, bytes) : timed(text, bytes);
      if (!signed || !await ed25519(key.publicKey, signed.message, signed.signature)) return null;
      signatures.push({ name, time: signed.time });
    }
  }
  return signatures.length ? { text, signatures } : null;
}
function plain(text, bytes) {
  if (bytes.length != 4 + 64) return null;
  return { message: utf8(text), signature: bytes.slice(4), time: null };
}
function timed(text, bytes) {
  if (bytes.length != 4 + 8 + 64) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const time = view.getUint32(4) * 2 ** 32 + view.getUint32(8);
  if (!Number.isSafeInteger(time)) return null;
  const message = utf8(`cosignature/v1
time ${time}
${text}`);
  return { message, signature: bytes.slice(12), time };
}

function hashLeaf(leaf, sha256) {
  return sha256(concat(Uint8Array.of(0), leaf));
}
function hashPair(left, right, sha256) {
  return sha256(concat(Uint8Array.of(1), left, right));
}
const odd = (n) => n % 2 == 1;
const half = (n) => Math.floor(n / 2);
function rootOfInclusion(leafHash, index, size, proof, sha256) {
  if (!isIndex(index) || !isIndex(size) || index >= size) return null;
  let fn = index;
  let sn = size - 1;
  let r = leafHash;
  for (const p of proof) {
    if (sn == 0 || p.length != 32) return null;
    if (odd(fn) || fn == sn) {
      r = hashPair(p, r, sha256);
      while (!odd(fn) && fn != 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      r = hashPair(r, p, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn == 0 ? r : null;
}
function isConsistent(old, next, proof, sha256) {
  if (!isIndex(old.size) || !isIndex(next.size) || old.size > next.size) return false;
  if (old.size == next.size) return proof.length == 0 && equal(old.root, next.root);
  if (old.size == 0) return proof.length == 0;
  if (proof.some((hash) => hash.length != 32)) return false;
  const isPower = Number.isInteger(Math.log2(old.size));
  const [first, ...rest] = isPower ? [old.root, ...proof] : proof;
  if (!first || proof.length == 0) return false;
  let fn = old.size - 1;
  let sn = next.size - 1;
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)];
  let fr = first;
  let sr = first;
  for (const c of rest) {
    if (sn == 0) return false;
    if (odd(fn) || fn == sn) {
      fr = hashPair(c, fr, sha256);
      sr = hashPair(c, sr, sha256);
      while (!odd(fn) && fn != 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = hashPair(sr, c, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn == 0 && equal(fr, old.root) && equal(sr, next.root);
}
function isIndex(n) {
  return Number.isSafeInteger(n) && n >= 0;
}

function readCheckpoint(text) {
  const [origin, digits, encoded, ...rest] = text.split("\n");
  const root = fromBase64(encoded);
  const size = Number(digits);
  const wellFormed = rest.at(-1) === "" && rest.slice(0, -1).every(Boolean);
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(digits ?? "") || root?.length != 32 || !wellFormed) {
    return null;
  }
  return Number.isSafeInteger(size) ? { origin, size, root } : null;
}

export { readKey as a, rootOfInclusion as b, concat as c, fromHex as d, equal as e, fromBase64 as f, hashPair as g, hashLeaf as h, isConsistent as i, nodePrimitives as n, openNote as o, readCheckpoint as r, toHex as t, utf8 as u };
