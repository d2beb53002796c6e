import { describe, expect, it } from "vitest";
import { fromBase64, fromHex, toHex, utf8 } from "./bytes.ts";
import { leafBytes, readLeaf } from "./leafBytes.ts";
import { nodePrimitives } from "./nodePrimitives.ts";
import { openNote, readKey } from "./openNote.ts";
import { readCheckpoint } from "./readCheckpoint.ts";
import { rootBuilder } from "./rootBuilder.ts";
import { hashLeaf, isConsistent, rootOfInclusion } from "./verifyProof.ts";

const { sha256 } = nodePrimitives;
const hex = (text: string) => fromHex(text)!;

/** The example of C2SP signed-note. */
const VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

describe("opening a note", () => {
  const key = readKey(VKEY, sha256)!;

  it("accepts the example of C2SP signed-note", async () => {
    expect(await openNote(NOTE, [key], nodePrimitives)).toEqual({
      text: "This is an example message.\n",
      signatures: [{ name: "example.com/foo", time: null }],
    });
  });

  it("ignores lines of keys it does not know, and needs one that it does", async () => {
    const other = "— witness.example AAAAAAAA\n";
    expect(await openNote(NOTE + other, [key], nodePrimitives)).toMatchObject({
      signatures: [{ name: "example.com/foo" }],
    });
    expect(await openNote(NOTE, [], nodePrimitives)).toBeNull();
    expect(await openNote(NOTE, [{ ...key, name: "x" }], nodePrimitives)).toBeNull();
  });

  it("accepts no note of which one character is changed", async () => {
    for (let i = 0; i < NOTE.length; i++) {
      const changed = NOTE.slice(0, i) + (NOTE[i] == "A" ? "B" : "A") + NOTE.slice(i + 1);
      // eslint-disable-next-line no-await-in-loop -- one after the other names the character
      expect(await openNote(changed, [key], nodePrimitives), `at ${i}`).toBeNull();
    }
  });

  it("refuses what is not a note: no blank line, no end of line, control characters, no lines", async () => {
    const cases = [
      "",
      "x",
      NOTE.trimEnd(),
      NOTE.replace("\n\n", "\n"),
      `\r${NOTE}`,
      "x\n\n",
      "x\n\n\n",
    ];
    const opened = await Promise.all(cases.map((text) => openNote(text, [key], nodePrimitives)));
    expect(opened).toEqual(cases.map(() => null));
  });

  it("refuses a key whose id is not of its bytes", () => {
    expect(readKey(VKEY.replace("530d903a", "530d903b"), sha256)).toBeNull();
    expect(readKey(VKEY.replace("foo", "fop"), sha256)).toBeNull();
    expect(readKey("example.com/foo", sha256)).toBeNull();
  });
});

describe("reading a checkpoint", () => {
  const ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  it("reads the example of C2SP tlog-checkpoint", () => {
    const text = `example.com/behind-the-sofa\n20852163\n${ROOT}\n`;
    expect(readCheckpoint(text)).toEqual({
      origin: "example.com/behind-the-sofa",
      size: 20_852_163,
      root: fromBase64(ROOT),
    });
    expect(readCheckpoint(`${text}an extension\n`)).not.toBeNull();
  });

  it.each([
    ["no origin", `\n1\n${ROOT}\n`],
    ["a leading zero", `a\n01\n${ROOT}\n`],
    ["a negative size", `a\n-1\n${ROOT}\n`],
    ["a size in another spelling", `a\n1e3\n${ROOT}\n`],
    ["a short root", `a\n1\nAAAA\n`],
    ["a root with stray bits", `a\n1\n${ROOT.replace("I=", "J=")}\n`],
    ["an empty extension", `a\n1\n${ROOT}\n\n`],
    ["no last newline", `a\n1\n${ROOT}`],
  ])("refuses %s", (_, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});

/** The reference tree of 8 leaves of the Certificate Transparency project (transparency-dev/merkle). */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((text) => hashLeaf(hex(text), sha256));
const ROOT_8 = hex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
const ROOT_1 = hex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
const PROOF_0_OF_8 = [
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
].map(hex);

describe("checking proofs", () => {
  it("builds the root of the reference tree", () => {
    const builder = rootBuilder(sha256);
    expect(toHex(builder.root())).toBe(toHex(sha256(utf8(""))));
    builder.add(LEAVES[0]!);
    expect(toHex(builder.root())).toBe(toHex(ROOT_1));
    for (const leaf of LEAVES.slice(1)) builder.add(leaf);
    expect(toHex(builder.root())).toBe(toHex(ROOT_8));
  });

  it("accepts the published proofs of the reference tree", () => {
    const root = rootOfInclusion(LEAVES[0]!, 0, 8, PROOF_0_OF_8, sha256);
    expect(toHex(root!)).toBe(toHex(ROOT_8));
    const [one, eight] = [
      { size: 1, root: ROOT_1 },
      { size: 8, root: ROOT_8 },
    ];
    expect(isConsistent(one, eight, PROOF_0_OF_8, sha256)).toBe(true);
  });

  it("refuses them with one bit, one hash, the index or the size changed", () => {
    const one = { size: 1, root: ROOT_1 };
    const eight = { size: 8, root: ROOT_8 };
    const altered: Uint8Array[][] = [
      [],
      PROOF_0_OF_8.slice(1),
      PROOF_0_OF_8.slice(0, 2),
      [...PROOF_0_OF_8, ROOT_1],
      PROOF_0_OF_8.toReversed(),
      PROOF_0_OF_8.map((hash) => hash.slice(1)),
    ];
    PROOF_0_OF_8.forEach((hash, i) => {
      for (let bit = 0; bit < 256; bit++) {
        const flipped = hash.slice();
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        altered.push(PROOF_0_OF_8.with(i, flipped));
      }
    });
    for (const proof of altered) {
      const root = rootOfInclusion(LEAVES[0]!, 0, 8, proof, sha256);
      expect(root && toHex(root)).not.toBe(toHex(ROOT_8));
      expect(isConsistent(one, eight, proof, sha256)).toBe(false);
    }
    // Trees of 5 to 8 leaves share the shape of leaf 0's proof: the size is bound by the signature.
    const places = [
      [1, 8],
      [0, 9],
      [0, 4],
      [8, 8],
      [-1, 8],
      [0.5, 8],
    ] as const;
    for (const [index, size] of places) {
      const root = rootOfInclusion(LEAVES[0]!, index, size, PROOF_0_OF_8, sha256);
      expect(root && toHex(root)).not.toBe(toHex(ROOT_8));
    }
    expect(isConsistent({ ...one, size: 2 }, eight, PROOF_0_OF_8, sha256)).toBe(false);
    expect(isConsistent(eight, one, PROOF_0_OF_8, sha256)).toBe(false);
    expect(isConsistent(one, one, PROOF_0_OF_8, sha256)).toBe(false);
    expect(isConsistent(one, { ...one, root: ROOT_8 }, [], sha256)).toBe(false);
  });
});

describe("a leaf's bytes", () => {
  const leaf = {
    kind: "notice" as const,
    site: "a.example",
    hash: new Uint8Array(32).fill(0xab),
    received: 1_764_000_000_123,
    flags: 64,
  };
  const HEX =
    toHex(utf8("consentry/v1 leaf\n")) +
    "0109" +
    toHex(utf8("a.example")) +
    "ab".repeat(32) +
    "0000019ab697e87b40";

  it("are written and read as documented", () => {
    expect(toHex(leafBytes(leaf)!)).toBe(HEX);
    expect(readLeaf(hex(HEX))).toEqual(leaf);
  });

  it("are refused when anything about them is out of place", () => {
    const bytes = hex(HEX);
    for (const wrong of [
      bytes.slice(1),
      bytes.slice(0, -1),
      Uint8Array.of(...bytes, 0),
      new Uint8Array(),
    ]) {
      expect(readLeaf(wrong)).toBeNull();
    }
    expect(readLeaf(bytes.with(18, 2))).toBeNull();
    expect(readLeaf(bytes.with(20, 0x20))).toBeNull();
    expect(leafBytes({ ...leaf, flags: 256 })).toBeNull();
    expect(leafBytes({ ...leaf, received: -1 })).toBeNull();
    expect(leafBytes({ ...leaf, site: "a".repeat(256) })).toBeNull();
  });
});
