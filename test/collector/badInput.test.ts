import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordHash } from "../../src/record/recordHash.ts";
import type { Result } from "../../src/collector/http/logRecords.ts";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { sealed } from "./util/records.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench({ limits: { rate: 1e9, burst: 1e9 } });
});
afterAll(() => desk.remove());

const size = async () => (await desk.store.head()).frontier.size;
const put = (id: string, lines: string[]) =>
  post(lines, { method: "PUT" }, `/v1/records/${encodeURIComponent(id)}`);
const refused = async (request: Request): Promise<[number, string]> => {
  const before = await size();
  const response = await desk.collector(request);
  const { error } = (await response.json()) as { error: string };
  expect(await size()).toBe(before);
  return [response.status, error];
};
const lineResult = async (line: string): Promise<Partial<Result>> => {
  const before = await size();
  const { results } = await send(desk.collector, [line]);
  expect(await size()).toBe(before);
  const { line: _, ...rest } = results[0]!;
  return rest;
};
/** A line whose hash is right for whatever text. */
const hashed = (text: string, previous: string | null = null) =>
  JSON.stringify({ text, hash: recordHash(text, previous) });

describe("a request that cannot be used", () => {
  it.each<[string, () => Request, number, string]>([
    ["another path", () => new Request("https://c.example/nowhere"), 404, "not-found"],
    ["another method", () => post("x", { method: "PUT" }), 405, "method-not-allowed"],
    ["POST to one record", () => post("x", {}, "/v1/records/x"), 405, "method-not-allowed"],
    ["two records for one", () => put("x", ["{}", "{}"]), 413, "too-many-lines"],
    ["GET", () => new Request("https://c.example/v1/records"), 405, "method-not-allowed"],
    [
      "a page of another site",
      () => post([lineOf(sealed())], { headers: { Origin: "https://evil.example" } }),
      403,
      "origin-not-allowed",
    ],
    [
      "a sandboxed page",
      () => post([lineOf(sealed())], { headers: { Origin: "null" } }),
      403,
      "origin-not-allowed",
    ],
    [
      "a form",
      () => post("a=b", { headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
      415,
      "type-not-supported",
    ],
    [
      "a compressed body",
      () =>
        post("", {
          body: new Uint8Array(gzipSync(Buffer.alloc(10_000_000))),
          headers: { "Content-Encoding": "gzip" },
        }),
      415,
      "encoding-not-supported",
    ],
    [
      "a body of 100 MB by its own word",
      () => post("x", { headers: { "Content-Length": "100000000" } }),
      413,
      "body-too-large",
    ],
    [
      "ten thousand keys",
      () =>
        post(
          JSON.stringify(
            Object.fromEntries(
              Array(10_000)
                .fill(0)
                .map((_, i) => [i, 1]),
            ),
          ),
        ),
      413,
      "body-too-large",
    ],
    ["a body over the limit", () => post("x".repeat(65_537)), 413, "body-too-large"],
    [
      "bytes that are not UTF-8",
      () => post("", { body: Uint8Array.of(0xff, 0xfe, 0x7b) }),
      400,
      "not-utf-8",
    ],
    [
      "half a surrogate pair in UTF-8",
      () => post("", { body: Uint8Array.of(0xed, 0xa0, 0x80) }),
      400,
      "not-utf-8",
    ],
    ["no body", () => post(""), 400, "no-lines"],
    ["only blank lines", () => post("\n \n\n"), 400, "no-lines"],
    ["more lines than allowed", () => post(Array<string>(51).fill("{}")), 413, "too-many-lines"],
  ])("answers %s with a status and a code, and stores nothing", async (_, make, status, code) => {
    expect(await refused(make())).toEqual([status, code]);
  });

  it("stops reading a body without an announced length at the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 4096;
        controller.enqueue(new Uint8Array(4096).fill(120));
      },
    });
    expect(await refused(post("", { body: endless, duplex: "half" }))).toEqual([
      413,
      "body-too-large",
    ]);
    expect(sent).toBeLessThan(100_000);
  });

  it("gives up on a body that never ends", async () => {
    const slow = await bench({ limits: { bodyTime: 50 } });
    const silent = new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(Uint8Array.of(123)) });
    const response = await slow.collector(post("", { body: silent, duplex: "half" }));
    expect([response.status, await response.json()]).toEqual([408, { error: "body-too-slow" }]);
    await slow.remove();
  });

  it("turns away a network that asks too often, tells when to come back, and lets others in", async () => {
    const strict = await bench({ limits: { rate: 1, burst: 2 }, now: () => 0, random: () => 0.5 });
    const ask = (ip: string) => strict.collector(post([lineOf(sealed())]), { ip });
    const statuses: number[] = [];
    for (const ip of [
      "198.51.100.1",
      "198.51.100.2",
      "198.51.100.3",
      "198.51.101.1",
      "2001:db8::1",
    ]) {
      statuses.push((await ask(ip)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200, 200]);
    expect((await ask("198.51.100.9")).headers.get("retry-after")).toBe("6");
    await strict.remove();
  });

  it("never shows in an answer what was sent", async () => {
    const markup = "<script>alert(1)</script>";
    const lines = [markup, JSON.stringify({ text: markup, hash: markup }), hashed(`"${markup}"`)];
    const response = await desk.collector(
      post(lines, {
        headers: { "User-Agent": markup, Referer: markup, "X-Forwarded-For": markup },
      }),
    );
    expect(await response.text()).not.toContain("script");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(JSON.stringify(desk.lines.at(-1))).not.toContain("alert");
  });
});

describe("a line that cannot be used", () => {
  const good = sealed();
  const changed = (find: string, put: string) => hashed(good.text.replace(find, put));
  const nested = `{"text":${"[".repeat(5_000)}${"]".repeat(5_000)},"hash":"x"}`;
  const keys = JSON.stringify(
    Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`k${i}`, 1])),
  );
  const many = Object.fromEntries(Array.from({ length: 1_025 }, (_, i) => [`s-${i}`, true]));
  const invalid = { id: null, status: "rejected", code: "record-invalid" } as const;

  it.each<[string, string, Partial<Result>]>([
    ["noise", "\u0001\u0002nonsense", { id: null, status: "rejected", code: "line-invalid" }],
    ["deep nesting", nested, { id: null, status: "rejected", code: "line-invalid" }],
    ["thousands of keys", keys, { id: null, status: "rejected", code: "line-invalid" }],
    [
      "a doubled key",
      `{"text":"a","text":"b","hash":"c"}`.replace(',"hash":"c"', ""),
      { id: null, status: "rejected", code: "line-invalid" },
    ],
    [
      "a key too many",
      `{"text":"a","hash":"b","x":"c"}`,
      { id: null, status: "rejected", code: "line-invalid" },
    ],
    [
      "a byte order mark",
      `\ufeff${lineOf(good)}`,
      { id: null, status: "rejected", code: "line-invalid" },
    ],
    ["an array", "[]", { id: null, status: "rejected", code: "line-invalid" }],
    [
      "a line over the limit",
      JSON.stringify({ text: "x".repeat(50_000), hash: "" }),
      { id: null, status: "rejected", code: "line-too-long" },
    ],
    ["a text that is no record", hashed("{}"), { ...invalid, field: "schema" }],
    [
      "a prototype for a text",
      hashed('{"__proto__":{"schema":"consentry/1"}}'),
      { ...invalid, field: "schema" },
    ],
    [
      "a key doubled inside the text",
      changed('{"schema"', '{"schema":"x","schema"'),
      { ...invalid, field: "not-canonical" },
    ],
    [
      "a field too many",
      changed('{"schema"', '{"ip":"203.0.113.7","schema"'),
      { ...invalid, field: "not-canonical" },
    ],
    ["spaces in the text", changed('":', '": '), { ...invalid, field: "not-canonical" }],
    [
      "a number in another spelling",
      changed('"revision":1', '"revision":1.0'),
      { ...invalid, field: "not-canonical" },
    ],
    ["an event of its own", changed('"given"', '"sold"'), { ...invalid, field: "event" }],
    [
      "a page with a query string",
      changed("/checkout", "/checkout?mail=a@b.example"),
      { ...invalid, field: "page" },
    ],
    ["a time that is none", changed(good.at, "yesterday"), { ...invalid, field: "at" }],
    [
      "a wrong hash",
      JSON.stringify({ text: good.text, hash: "ab".repeat(32) }),
      { id: good.id, status: "rejected", code: "hash-mismatch" },
    ],
    [
      "an upper-case hash",
      JSON.stringify({ text: good.text, hash: good.hash.toUpperCase() }),
      { id: good.id, status: "rejected", code: "hash-mismatch" },
    ],
    [
      "the hash of another place in the chain",
      hashed(good.text, "ab".repeat(32)),
      { id: good.id, status: "rejected", code: "hash-mismatch" },
    ],
    ["an empty notice", '{"notice":""}', { id: null, status: "rejected", code: "notice-invalid" }],
    [
      "a notice with a zero byte",
      '{"notice":"a\\u0000"}',
      { id: null, status: "rejected", code: "notice-invalid" },
    ],
    [
      "a notice with half a character",
      '{"notice":"\\ud800"}',
      { id: null, status: "rejected", code: "notice-invalid" },
    ],
  ])("is rejected with a code and stored nowhere: %s", async (_, line, expected) => {
    expect(await lineResult(line)).toEqual(expected);
  });

  it.each([
    "https://other.example/",
    "http://shop.example/",
    "https://shop.example:8443/",
    "https://user:word@shop.example/",
    "https://shop.example.evil.example/",
    "https://shop.example",
    "file:///etc/passwd",
    "nonsense",
  ])("is rejected when it is of another site: %s", async (page) => {
    const record = sealed({ page });
    expect(await lineResult(lineOf(record))).toMatchObject({ id: record.id, code: "wrong-site" });
  });

  it("is rejected when it has more keys than allowed", async () => {
    const record = sealed({ services: many });
    expect(await lineResult(lineOf(record))).toMatchObject({
      id: record.id,
      code: "too-many-keys",
    });
  });

  it("does not keep the good lines beside it from being stored", async () => {
    const [one, two] = [sealed(), sealed()];
    const { results } = await send(desk.collector, [lineOf(one), "{}", lineOf(two), "x"]);
    expect(results.map(({ line, status }) => [line, status])).toEqual([
      [0, "stored"],
      [1, "rejected"],
      [2, "stored"],
      [3, "rejected"],
    ]);
  });
});
