import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { openNote, readKey } from "../../src/verify/openNote.ts";
import { createWitness, type Witness } from "../../src/witness/createWitness.ts";
import { fileState, originHash } from "../../src/witness/witnessState.ts";
import { treeReader } from "../../src/collector/merkle/treeReader.ts";
import { askWitnesses, readWitness } from "../../src/collector/publish/askWitnesses.ts";
import { createPublisher } from "../../src/collector/publish/publisher.ts";
import { bench, type Bench } from "./util/collector.ts";
import { append, entryOf } from "./util/entries.ts";
import { sealed } from "./util/records.ts";

const { privateKey } = generateKeyPairSync("ed25519");
let desk: Bench;
let directory: string;
let witness: Witness;
const make = (): Witness =>
  createWitness({
    name: "witness.example/w1",
    privateKey,
    logs: [
      {
        origin: desk.log.origin,
        keys: desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!),
      },
    ],
    state: fileState(directory),
    now: () => 1_764_000_000_000,
  });
beforeEach(async () => {
  desk = await bench();
  directory = mkdtempSync(join(tmpdir(), "consentry-witness-"));
  witness = make();
  await grow(5);
});
afterEach(async () => {
  await desk.remove();
  rmSync(directory, { recursive: true, force: true });
});

const grow = (count: number) =>
  append(
    desk.store,
    desk.log,
    Array.from({ length: count }, () => entryOf(sealed())),
  );
const note = async () => (await desk.store.head()).note;
const post = (body: string) =>
  witness.fetch(new Request("https://w.example/add-checkpoint", { method: "POST", body }));
const body = async (old: number, text?: string) => {
  const { size } = (await desk.store.head()).frontier;
  const proof = await treeReader(desk.store).consistency(old, size);
  const lines = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`);
  return `old ${old}\n${lines.join("")}\n${text ?? (await note())}`;
};
const address = () => readWitness(`${witness.vkey}@https://w.example`)!;
const ask = (quorum = 1) =>
  askWitnesses({
    witnesses: [address()],
    quorum,
    tree: treeReader(desk.store),
    fetch: (url, init) => witness.fetch(new Request(url, init)),
  });

describe("a witness", () => {
  it("cosigns a first checkpoint and every one that adds to it, with its time", async () => {
    const first = await post(await body(0));
    expect(first.status).toBe(200);
    await grow(300);
    const second = await post(await body(5));
    expect(second.status).toBe(200);
    const key = readKey(witness.vkey, nodePrimitives.sha256)!;
    const opened = await openNote((await note()) + (await second.text()), [key], nodePrimitives);
    expect(opened!.signatures).toEqual([{ name: "witness.example/w1", time: 1_764_000_000 }]);
  });

  it("remembers across a restart, and says where it is", async () => {
    await post(await body(0));
    witness = make();
    await grow(1);
    const answer = await post(await body(0));
    expect([answer.status, await answer.text()]).toEqual([409, "5\n"]);
    expect(answer.headers.get("content-type")).toBe("text/x.tlog.size");
    expect((await post(await body(5))).status).toBe(200);
    const shown = await witness.fetch(
      new Request(`https://w.example/${originHash(desk.log.origin)}/checkpoint`),
    );
    expect(await shown.text()).toContain(`\n6\n`);
  });

  it("does not cosign a second history, an older size, or a proof that does not hold", async () => {
    await post(await body(0));
    const other = await bench({ log: desk.log });
    await append(
      other.store,
      desk.log,
      Array.from({ length: 9 }, () => entryOf(sealed())),
    );
    const theirs = (await other.store.head()).note;
    const proof = await treeReader(other.store).consistency(5, 9);
    const lines = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("");
    expect((await post(`old 5\n${lines}\n${theirs}`)).status).toBe(422);
    const sameSize = (await other.store.checkpoints(0, 1))[0]!.note;
    expect((await post(`old 9\n\n${sameSize}`)).status).toBe(409);
    expect((await post(`old 9\n\n${await note()}`)).status).toBe(400);
    await grow(1);
    expect((await post(`old 5\n\n${await note()}`)).status).toBe(422);
    expect((await post(`old 0\n${"A".repeat(43)}=\n\n${await note()}`)).status).toBe(409);
    await other.remove();
  });

  it.each<[string, (good: string) => string, number]>([
    ["no blank line", (good) => good.replace("\n\n", "\n"), 400],
    ["no old size", (good) => good.replace("old 0", "new 0"), 400],
    ["a size in another spelling", (good) => good.replace("old 0", "old 00"), 400],
    ["a proof that is no hash", (good) => good.replace("old 0\n", "old 0\nAAAA\n"), 400],
    [
      "more proof lines than a tree can have",
      (good) => good.replace("old 0\n", `old 0\n${`${"A".repeat(43)}=\n`.repeat(64)}`),
      400,
    ],
    ["a proof from nothing", (good) => good.replace("old 0\n", `old 0\n${"A".repeat(43)}=\n`), 422],
    ["another log", (good) => good.replace("shop.example/consent\n", "shop.example/other\n"), 404],
    ["another root", (good) => good.replace(/\n5\n.{4}/, "\n5\nAAAA"), 403],
    ["a cut signature", (good) => `${good.slice(0, -9)}\n`, 403],
    ["a body without end", (good) => good + "x".repeat(70_000), 400],
  ])("refuses %s", async (_, alter, status) => {
    expect((await post(alter(await body(0)))).status).toBe(status);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("cosigns nothing while its memory cannot be read", async () => {
    await post(await body(0));
    writeFileSync(join(directory, originHash(desk.log.origin)), "damaged");
    await grow(1);
    expect((await post(await body(0))).status).toBe(500);
  });

  it("shows nothing of logs that it does not watch", async () => {
    const shown = await witness.fetch(
      new Request(`https://w.example/${"ab".repeat(32)}/checkpoint`),
    );
    expect(shown.status).toBe(404);
  });
});

describe("a log with a witness", () => {
  it("publishes what the witness has cosigned, and finds its way when out of step", async () => {
    const publisher = createPublisher({
      store: desk.store,
      log: desk.log,
      mark: join(directory, "mark"),
      cosign: ask(),
    });
    await post(await body(0));
    await grow(2);
    await publisher.publish();
    const kept = await desk.store.attestation("cosigned");
    expect(kept).toMatchObject({ size: 7 });
    const shown = await desk.collector(new Request("https://c.example/checkpoint"));
    expect(await shown.text()).toBe(kept!.data);
    const key = readKey(witness.vkey, nodePrimitives.sha256)!;
    expect(await openNote(kept!.data, [key], nodePrimitives)).not.toBeNull();
  });

  it("does not publish without a quorum, and does once there is one", async () => {
    const head = await desk.store.head();
    expect(await ask(2)(head)).toBeNull();
    const silent = askWitnesses({
      witnesses: [address()],
      quorum: 1,
      tree: treeReader(desk.store),
      fetch: () => Promise.reject(new Error("network down")),
    });
    expect(await silent(head)).toBeNull();
    expect(await ask()(head)).toContain("— witness.example/w1 ");
  });

  it("does not take a line that the witness did not sign", async () => {
    const stranger = generateKeyPairSync("ed25519");
    const other = createWitness({
      name: "witness.example/w1",
      privateKey: stranger.privateKey,
      logs: [
        {
          origin: desk.log.origin,
          keys: desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!),
        },
      ],
      state: fileState(join(directory, "other")),
    });
    const fooled = askWitnesses({
      witnesses: [address()],
      quorum: 1,
      tree: treeReader(desk.store),
      fetch: (url, init) => other.fetch(new Request(url, init)),
    });
    expect(await fooled(await desk.store.head())).toBeNull();
    // Its own key, but over the checkpoint before.
    const line = await (await post(await body(0))).text();
    await grow(1);
    const replayed = askWitnesses({
      witnesses: [address()],
      quorum: 1,
      tree: treeReader(desk.store),
      fetch: () => Promise.resolve(new Response(line)),
    });
    expect(await replayed(await desk.store.head())).toBeNull();
  });

  it("knows a witness by name+id+key@address only", () => {
    expect(readWitness(`${witness.vkey}@https://w.example/x`)).toMatchObject({
      name: "witness.example/w1",
    });
    expect(readWitness(witness.vkey)).toBeNull();
    expect(readWitness(`${witness.vkey}@file:///etc`)).toBeNull();
    expect(readWitness(`${desk.log.signers[0]!.vkey}@https://w.example`)).toBeNull();
    expect(readWitness(`${witness.vkey.replace("w1+", "w2+")}@https://w.example`)).toBeNull();
  });
});
