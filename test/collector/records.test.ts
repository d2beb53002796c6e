import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { readKey } from "../../src/verify/openNote.ts";
import { verifyReceipt } from "../../src/verify/verifyReceipt.ts";
import type { Answer } from "../../src/collector/http/logRecords.ts";
import type { SealedRecord } from "../../src/record/consentRecord.ts";
import { sha256 } from "../../src/collector/merkle/hash.ts";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { bits, chain, ORIGIN, sealed } from "./util/records.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench();
});
afterAll(() => desk.remove());

const keys = () => desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
const check = (record: SealedRecord, answer: Answer, at = 0) =>
  verifyReceipt(
    { ...answer.receipts[at]!, text: record.text, checkpoint: answer.checkpoint },
    keys(),
    nodePrimitives,
  );

describe("sending records", () => {
  it("names each as stored and gives receipts that verify against the answer's checkpoint", async () => {
    const records = chain(3);
    const answer = await send(desk.collector, records.map(lineOf));
    expect(answer.results.map(({ id, status }) => [id, status])).toEqual(
      records.map(({ id }) => [id, "stored"]),
    );
    for (const [i, record] of records.entries()) {
      expect(await check(record, answer, i)).toMatchObject({
        ok: true,
        index: answer.receipts[i]!.index,
      });
    }
  });

  it("gives receipts to requests that share a commit, against one checkpoint", async () => {
    const records = Array.from({ length: 40 }, () => sealed());
    const answers = await Promise.all(
      records.map((record) => send(desk.collector, [lineOf(record)])),
    );
    expect(new Set(answers.map(({ checkpoint }) => checkpoint)).size).toBeLessThan(40);
    const verdicts = await Promise.all(answers.map((answer, i) => check(records[i]!, answer)));
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(40);
  });

  it("names a record sent twice as duplicate, with a receipt against the newer checkpoint", async () => {
    const record = sealed();
    const first = await send(desk.collector, [lineOf(record)]);
    await send(desk.collector, [lineOf(sealed())]);
    const second = await send(desk.collector, [lineOf(record)]);
    expect(second.results[0]).toMatchObject({ id: record.id, status: "duplicate" });
    expect(second.receipts[0]!.index).toBe(first.receipts[0]!.index);
    expect(second.checkpoint).not.toBe(first.checkpoint);
    expect(await check(record, second)).toMatchObject({ ok: true });
  });

  it("keeps both where an id is used with other bytes, and says so", async () => {
    const id = bits();
    const [one, two] = [sealed({ id }), sealed({ id, event: "refused" })];
    await send(desk.collector, [lineOf(one)]);
    const answer = await send(desk.collector, [lineOf(two)]);
    expect(answer.results[0]!.status).toBe("conflict");
    expect(await check(two, answer)).toMatchObject({ ok: true });
  });

  it("asks once for a notice that it does not have, wherever it stands in the request", async () => {
    const text = JSON.stringify({ title: "We use cookies", language: "en" });
    const notice = sha256(text).toString("hex");
    const early = await send(desk.collector, [lineOf(sealed({ notice }))]);
    expect(early.wanted).toEqual([notice]);
    const record = sealed({ notice });
    const lines = [lineOf(record), JSON.stringify({ notice: text })];
    const answer = await send(desk.collector, lines);
    expect(answer.wanted).toEqual([]);
    expect(answer.results.map(({ id, status }) => [id, status])).toEqual([
      [record.id, "stored"],
      [notice, "stored"],
    ]);
    expect((await send(desk.collector, [lines[1]!])).results[0]!.status).toBe("duplicate");
  });

  it("lets a page of a listed origin read the answer, and preflights for a day", async () => {
    const answer = await desk.collector(post([lineOf(sealed())]));
    expect(answer.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("vary")).toContain("Origin");
    const preflight = await desk.collector(
      new Request("https://collector.example/v1/records", {
        method: "OPTIONS",
        headers: { Origin: ORIGIN, "Access-Control-Request-Method": "POST" },
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-max-age")).toBe("86400");
    expect(preflight.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  });

  it("takes records from a program that sends no Origin", async () => {
    const request = post([lineOf(sealed())]);
    request.headers.delete("origin");
    expect((await desk.collector(request)).status).toBe(200);
  });

  it("logs requests without anything of what they carried", async () => {
    const record = sealed();
    await desk.collector(post([lineOf(record)]), { ip: "203.0.113.77" });
    const line = JSON.stringify(desk.lines.at(-1));
    expect(desk.lines.at(-1)).toMatchObject({
      event: "request",
      route: "/v1/records",
      status: 200,
    });
    for (const secret of [record.id, record.subject, record.hash, "203.0.113", ORIGIN]) {
      expect(line).not.toContain(secret);
    }
  });
});

describe("putting one record at its own address", () => {
  const put = async (id: string, lines: string[]) => {
    const response = await desk.collector(post(lines, { method: "PUT" }, `/v1/records/${id}`));
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  const size = async () => (await desk.store.head()).frontier.size;

  it("is answered as posting it is: stored with a receipt, then duplicate, whichever way it comes", async () => {
    const record = sealed();
    const answer = await put(record.id, [lineOf(record)]);
    expect(answer.results).toEqual([{ line: 0, id: record.id, status: "stored" }]);
    expect(await check(record, answer)).toMatchObject({ ok: true });
    expect((await put(record.id, [lineOf(record)])).results[0]!.status).toBe("duplicate");
    expect((await send(desk.collector, [lineOf(record)])).results[0]!.status).toBe("duplicate");
  });

  it("keeps both where the id is used with other bytes", async () => {
    const id = bits();
    await put(id, [lineOf(sealed({ id }))]);
    const answer = await put(id, [lineOf(sealed({ id, event: "refused" }))]);
    expect(answer.results[0]!.status).toBe("conflict");
  });

  it("rejects a record of another id, and a notice, and stores nothing", async () => {
    const before = await size();
    const record = sealed();
    const { results } = await put(bits(), [lineOf(record)]);
    expect(results).toEqual([{ line: 0, id: record.id, status: "rejected", code: "id-mismatch" }]);
    const { results: notice } = await put(bits(), [JSON.stringify({ notice: "shown" })]);
    expect(notice[0]).toMatchObject({ status: "rejected", code: "id-mismatch" });
    expect(await size()).toBe(before);
  });

  it("is held to the site's origins, and named to a preflight", async () => {
    const record = sealed();
    const request = post([lineOf(record)], { method: "PUT" }, `/v1/records/${record.id}`);
    request.headers.set("origin", "https://evil.example");
    expect((await desk.collector(request)).status).toBe(403);
    const preflight = await desk.collector(
      new Request(`https://collector.example/v1/records/${record.id}`, {
        method: "OPTIONS",
        headers: { Origin: ORIGIN, "Access-Control-Request-Method": "PUT" },
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("POST, PUT");
  });

  it("leaves no id in the log lines", async () => {
    const record = sealed();
    await put(record.id, [lineOf(record)]);
    expect(desk.lines.at(-1)).toMatchObject({ route: "/v1/records/:id", status: 200 });
    expect(JSON.stringify(desk.lines.at(-1))).not.toContain(record.id);
  });
});
