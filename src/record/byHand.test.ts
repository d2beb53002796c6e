import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseRecord } from "./parseRecord.ts";
import { recordHash } from "./recordHash.ts";
import { RECORD_FIELDS } from "./serialise.ts";
import { verifyChain } from "./verifyChain.ts";

const page = readFileSync(new URL("../../docs/proof.md", import.meta.url), "utf8");
const block = (kind: string) => page.split(`\`\`\`${kind}\n`)[1]!.split("```")[0]!;
const script = block("sh");
const printed = block("text");
const texts = ["first", "second"].map((name) => script.split(`${name}='`)[1]!.split("'")[0]!);

describe("the example in docs/proof.md", () => {
  it("prints what it says when a shell runs it", () => {
    expect(execFileSync("bash", ["-eu", "-c", script], { encoding: "utf8" })).toBe(printed);
  });

  it("is a chain of true records", () => {
    const hashes = printed.split("\n");
    expect(texts.map((text) => typeof parseRecord(text))).toEqual(["object", "object"]);
    const links = texts.map((text, i) => ({ text, hash: hashes[i] }));
    expect(verifyChain(links, hashes[1])).toMatchObject({ ok: true, length: 2 });
    expect(recordHash(texts[0]!, null)).toBe(hashes[0]);
  });

  it("names every field of a record", () => {
    const cells = page.split("\n").flatMap((line) => /^\| (.*?) +\|/.exec(line)?.[1] ?? []);
    const named = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(named).toEqual(expect.arrayContaining([...RECORD_FIELDS]));
  });

  it("promises no more than there is", () => {
    expect(page).toContain("detectable by anyone who holds an");
    expect(page).not.toMatch(/tamper-?proof|immutable|unforgeable|blockchain/i);
  });
});
