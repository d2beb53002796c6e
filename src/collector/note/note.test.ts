import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { checkpointText, signNote } from "./checkpoint.ts";
import { keyFile } from "./keyFile.ts";
import { createSigner, vkeyOf } from "./signer.ts";

/** PKCS #8 wrapping of a 32-byte Ed25519 seed (RFC 8410 section 7). */
const fromSeed = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]),
    format: "der",
    type: "pkcs8",
  });

describe("a signed note", () => {
  it("has the key id of the C2SP signed-note example", () => {
    const vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const publicKey = Buffer.from(vkey.split("+")[2]!, "base64").subarray(1);
    expect(vkeyOf("example.com/foo", 1, publicKey)).toBe(vkey);
  });

  it("is, byte for byte, the example of Go's golang.org/x/mod/sumdb/note", () => {
    const secret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    const signer = createSigner(
      "PeterNeumann",
      fromSeed(Buffer.from(secret, "base64").subarray(1)),
    );
    expect(signer.vkey).toBe("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    const text =
      "If you think cryptography is the answer to your problem,\n" +
      "then you don't know what your problem is.\n";
    expect(signNote(text, [signer])).toBe(
      `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    );
  });

  it("signs a checkpoint with every key it is given", () => {
    const keys = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];
    const signers = keys.map(({ privateKey }) => createSigner("a.example/log", privateKey));
    const text = checkpointText("a.example/log", 3, Buffer.alloc(32, 1));
    const lines = signNote(text, signers).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "a.example/log",
      "3",
      "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
      "",
    ]);
    keys.forEach(({ publicKey }, i) => {
      const signature = Buffer.from(lines[4 + i]!.split(" ")[2]!, "base64").subarray(4);
      expect(verify(null, Buffer.from(text), publicKey, signature)).toBe(true);
    });
  });

  it("refuses a name that would break the line, and a key of another kind", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    for (const name of ["", "a b", "a+b", "a\nb"]) {
      expect(() => createSigner(name, privateKey)).toThrow("key name");
    }
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    expect(() => createSigner("a", rsa.privateKey)).toThrow("Ed25519");
  });
});

describe("the key file", () => {
  const directory = mkdtempSync(join(tmpdir(), "consentry-key-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  afterEach(() => rmSync(join(directory, "log.pem"), { force: true }));

  it("is made once, for its owner's eyes, and read back afterwards", () => {
    const path = join(directory, "log.pem");
    const made = createPublicKey(keyFile(path)).export({ format: "jwk" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(createPublicKey(keyFile(path)).export({ format: "jwk" })).toEqual(made);
  });

  it("is not replaced when it cannot be used", () => {
    const path = join(directory, "log.pem");
    writeFileSync(path, "not a key");
    expect(() => keyFile(path)).toThrow(/DECODER|unsupported/i);
    const { privateKey } = generateKeyPairSync("x25519");
    writeFileSync(path, privateKey.export({ format: "pem", type: "pkcs8" }));
    expect(() => keyFile(path)).toThrow("not an Ed25519 key");
  });
});
