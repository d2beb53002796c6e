import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * Reads the log's private key (PKCS #8 PEM), or makes it on the first start: readable by its owner
 * only, on disk for good before anything is signed with it. Throws for a key of another kind.
 *
 * @param path of the file
 * @throws where the key is of another kind, or the file cannot be written
 *
 * @example
 * import { createSigner, keyFile } from "consentry/collector";
 *
 * console.log(createSigner("example.org/log", keyFile("log.key")).vkey);
 */
export function keyFile(path: string): KeyObject {
  const found = read(path);
  if (found) return found;
  const { privateKey } = generateKeyPairSync("ed25519");
  // Written aside and linked: a crash leaves no half key, and a link never replaces the key of
  // another process that starts at the same moment.
  const aside = `${path}.${process.pid}.tmp`;
  const file = openSync(aside, "w", 0o600);
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

function read(path: string): KeyObject | null {
  let pem: string;
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

/** Makes the names in a directory durable: a file's own fsync does not keep its name. */
export function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
