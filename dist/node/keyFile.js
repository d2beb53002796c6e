import { hash, generateKeyPairSync, createPrivateKey } from 'node:crypto';
import { openSync, writeFileSync, fsyncSync, closeSync, linkSync, unlinkSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
function sha256(bytes) {
  return hash("sha256", bytes, "buffer");
}
function leafHash(leaf) {
  return sha256(Buffer.concat([LEAF, leaf]));
}
function nodeHash(left, right) {
  return sha256(Buffer.concat([NODE, left, right]));
}
const EMPTY_ROOT = sha256("");

function keyFile(path) {
  const found = read(path);
  if (found) return found;
  const { privateKey } = generateKeyPairSync("ed25519");
  const aside = `${path}.${process.pid}.tmp`;
  const file = openSync(aside, "w", 384);
  try {
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  linkSync(aside, path);
  unlinkSync(aside);
  syncDirectory(dirname(path));
  return privateKey;
}
function read(path) {
  let pem;
  try {
    pem = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code == "ENOENT") return null;
    throw error;
  }
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType != "ed25519") throw new Error(`${path} is not an Ed25519 key`);
  return key;
}
function syncDirectory(path) {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

export { EMPTY_ROOT as E, sha256 as a, keyFile as k, leafHash as l, nodeHash as n, syncDirectory as s };
