import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { readKey } from "../../src/verify/openNote.ts";
import { verifyLog } from "../../src/verify/verifyLog.ts";
import { bench, type Bench } from "./util/collector.ts";
import { containing } from "./util/containing.ts";
import { append, entryOf, noticeOf } from "./util/entries.ts";
import { sealed } from "./util/records.ts";

let desk: Bench;
let kept: string;
beforeAll(async () => {
  desk = await bench();
  await append(
    desk.store,
    desk.log,
    Array.from({ length: 200 }, () => entryOf(sealed())),
  );
  kept = (await desk.store.head()).note;
  await append(
    desk.store,
    desk.log,
    Array.from({ length: 400 }, (_, i) => noticeOf(`n${i}`)),
  );
});
afterAll(() => desk.remove());

const read = async (path: string) => {
  const response = await desk.collector(new Request(`https://c.example/${path}`));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return new Uint8Array(await response.arrayBuffer());
};
const keys = () => desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
const verify = (alter: (path: string, bytes: Uint8Array) => Uint8Array, earlier: string[] = []) =>
  verifyLog(
    async (path) => alter(path, await read(path)),
    { keys: keys(), earlier, witnesses: [] },
    nodePrimitives,
  );
const flip = (bytes: Uint8Array, at: number) => bytes.with(at, bytes[at]! ^ 1);

describe("a published log", () => {
  it("verifies from its tiles alone, with and without an earlier checkpoint", async () => {
    const found = { ok: true, records: 200, notices: 400, checkpoint: { size: 600 }, pinned: true };
    expect(await verify((_, bytes) => bytes)).toMatchObject(found);
    expect(await verify((_, bytes) => bytes, [kept])).toMatchObject(found);
  });

  it("is refused with one bit changed anywhere, and the entry is named", async () => {
    // An entry of shop.example has 73 bytes behind 2 of length; its time is at 66.
    const entry = await verify((path, bytes) =>
      path == "tile/entries/000" ? flip(bytes, 5 * 75 + 70) : bytes,
    );
    expect(entry).toMatchObject({ ok: false, firstBad: 5, lastBad: 5 });
    const hash = await verify((path, bytes) =>
      path == "tile/0/001" ? flip(bytes, 7 * 32) : bytes,
    );
    expect(hash).toMatchObject({ ok: false, firstBad: 263 });
    const short = await verify((path, bytes) =>
      path.startsWith("tile/0/002") ? bytes.slice(32) : bytes,
    );
    expect(short).toMatchObject({ ok: false, firstBad: 512, lastBad: 599 });
    const signed = await verify((path, bytes) => (path == "checkpoint" ? flip(bytes, 25) : bytes));
    expect(signed).toMatchObject({ ok: false, reason: containing("not signed") });
  });

  it("is refused when entry and hash were forged together, within what an earlier checkpoint bounds", async () => {
    const other = await bench({ log: desk.log });
    await append(
      other.store,
      desk.log,
      Array.from({ length: 600 }, (_, i) => noticeOf(`n${i}`)),
    );
    const theirs = async (path: string) =>
      new Uint8Array(
        await (await other.collector(new Request(`https://c.example/${path}`))).arrayBuffer(),
      );
    const report = await verifyLog(
      theirs,
      { keys: keys(), earlier: [kept], witnesses: [] },
      nodePrimitives,
    );
    expect(report).toMatchObject({ ok: false, firstBad: 0, lastBad: 199 });
    await other.remove();
  });
});
