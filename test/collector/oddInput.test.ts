import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/collector/http/logRecords.ts";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { bits, ORIGIN, sealed } from "./util/records.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench({ limits: { rate: 1e9, burst: 1e9 } });
});
afterAll(() => desk.remove());

const size = async () => (await desk.store.head()).frontier.size;
describe("what is odd but true", () => {
  it.each([
    ["a clock ten years ahead", { at: "2036-11-22T12:00:00.000Z" }],
    ["a clock at the beginning of time", { at: "1970-01-01T00:00:00.000Z" }],
    ["markup in free text", { controller: '<img src=x onerror="alert(1)">' }],
    ["quotes, backslashes and emoji", { controller: '"\\ 👍🏽' }],
    ["a joiner that Persian needs", { controller: "فروشگاه‌ها" }],
    ["an injection", { controller: "'; DROP TABLE leaf; --" }],
    [
      "five hundred services",
      {
        services: Object.fromEntries(
          Array.from({ length: 500 }, (_, i) => [`service-number-${i}`, true]),
        ),
      },
    ],
  ])("is stored word for word: %s", async (_, fields) => {
    const record = sealed(fields);
    const { results, receipts } = await send(desk.collector, [lineOf(record)]);
    expect(results[0]!.status).toBe("stored");
    const [body] = await desk.store.bodies({ subject: record.subject }, -1, 9);
    expect(body).toMatchObject({ text: record.text, index: receipts[0]!.index });
  });

  it("is stored under gap and fork when its chain does not fit", async () => {
    const subject = bits();
    const records = [
      sealed({ subject }),
      sealed({ subject }),
      sealed({ subject, sequence: 9 }, "ef".repeat(32)),
    ];
    const { results } = await send(desk.collector, records.map(lineOf));
    expect(results.map(({ status }) => status)).toEqual(["stored", "stored", "stored"]);
  });
});

describe("noise", () => {
  it("gets a status and a code, whatever it is, and the log stays as it was", async () => {
    const before = await size();
    const text = lineOf(sealed());
    const mutated = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => {
        const bytes = Buffer.from(text);
        bytes[at]! ^= by;
        return new Uint8Array(bytes);
      });
    const body = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 2_000 }),
      fc.json().map((json) => new Uint8Array(Buffer.from(json))),
      mutated,
    );
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const response = await desk.collector(post("", { body: bytes }));
        const answer = (await response.json()) as Partial<Answer> & { error?: string };
        expect([200, 400, 413]).toContain(response.status);
        if (response.status != 200) return typeof answer.error == "string";
        return answer.results!.every(({ status }) => status == "rejected");
      }),
      { numRuns: 1_500, examples: [[new Uint8Array(randomBytes(60_000))]] },
    );
    expect(await size()).toBe(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(ORIGIN in {}).toBe(false);
  });
});
