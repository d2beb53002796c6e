// What a review tried and what held: it stays held.
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../src/collector/node/serve.ts";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { ORIGIN, sealed } from "./util/records.ts";

const TOKEN = "a-long-enough-token";
let desk: Bench;
let serving: Serving;
beforeAll(async () => {
  desk = await bench({ ownerToken: TOKEN, limits: { rate: 1e9 } });
  serving = await serve(desk.collector, { port: 0, headersTimeout: 300, requestTimeout: 600 });
  await send(desk.collector, [lineOf(sealed())]);
});
afterAll(async () => {
  await serving.close();
  await desk.remove();
});
const size = async () => (await desk.store.head()).frontier.size;
const ask = (path: string, init: RequestInit = {}, ip = "192.0.2.7") =>
  desk.collector(new Request(`https://c.example${path}`, init), { ip });

/** Writes bytes to the port; what came back when the server hung up. */
const raw = (bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(serving.port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    let text = "";
    socket.on("data", (data) => (text += data.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });

describe("a page of someone else", () => {
  const { protocol, host } = new URL(ORIGIN);
  it.each([
    "null",
    `http://${host}`,
    `${protocol}//${host}:8443`,
    `${protocol}//${host}.`,
    `${protocol}//${host}.evil.example`,
    `${protocol}//evil-${host}`,
    `${protocol}//sub.${host}`,
    `${ORIGIN}/`,
    ORIGIN.toUpperCase(),
  ])("is not answered where it calls itself %s", async (origin) => {
    const before = await size();
    const answer = await desk.collector(post([lineOf(sealed())], { headers: { Origin: origin } }));
    expect([answer.status, await answer.json()]).toEqual([403, { error: "origin-not-allowed" }]);
    const asked = await ask("/v1/records", {
      method: "OPTIONS",
      headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
    });
    for (const { headers } of [answer, asked]) {
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
    expect(await size()).toBe(before);
  });

  it("that is configured is answered by its own name, and never with credentials", async () => {
    const answer = await desk.collector(post([lineOf(sealed())]));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });
});

describe("bytes that are no request of a browser", () => {
  const many = Array.from({ length: 2_100 }, (_, i) => `X-${i}: 1\r\n`).join("");
  it.each([
    ["no host", "GET /healthz HTTP/1.1\r\n\r\n", /^HTTP\/1\.1 400/],
    [
      "two hosts",
      "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
      /^HTTP\/1\.1 (?:400|200)/,
    ],
    [
      "a host that is none",
      "GET /healthz HTTP/1.1\r\nHost: a b/\\\r\nConnection: close\r\n\r\n",
      /^HTTP\/1\.1 400/,
    ],
    [
      "thousands of headers",
      `GET /healthz HTTP/1.1\r\nHost: x\r\n${many}Connection: close\r\n\r\n`,
      /^HTTP\/1\.1 431/,
    ],
    ["a method that is none", "BREW /v1/records HTTP/1.1\r\nHost: x\r\n\r\n", /^HTTP\/1\.1 400/],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", /^(?:HTTP\/1\.1 4|$)/],
    [
      "a proxy's CONNECT",
      "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n",
      /^(?:HTTP\/1\.1 4|$)/,
    ],
    [
      "a whole address in place of a path",
      "GET http://c.example/owner HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      /^HTTP\/1\.1 40[14]/,
    ],
    [
      "a line break in a header",
      "GET /owner HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\rb\r\nConnection: close\r\n\r\n",
      /^HTTP\/1\.1 40/,
    ],
  ])("are refused where there is %s, and the collector goes on", async (_, bytes, wanted) => {
    expect(await raw(bytes)).toMatch(wanted);
    expect((await fetch(`http://127.0.0.1:${serving.port}/healthz`)).status).toBe(200);
  });
});

describe("an odd path", () => {
  it("below the tiles leads nowhere, whichever of 1,500 it is", async () => {
    const parts = [
      "..",
      "%2e%2e",
      "%2E%2E%2F",
      "..%5c",
      "\\..",
      "%00",
      "x",
      "x001",
      "-1",
      "1e3",
      "0x1",
      "999",
      "000.p/0",
      "000.p/257",
      "%252e",
      "٣",
    ];
    const tails = ["", "/", "//", "?a=/../../etc/passwd", "%00.json", "/../../etc/passwd"];
    const levels = ["0", "8", "9", "64", "entries", "entries/..", "-1", "00", ".", "%2e"];
    const paths = levels.flatMap((level) =>
      parts.flatMap((part) =>
        [...tails, "/000", "/x000/001", "/%2f"].map((tail) => `/tile/${level}/${part}${tail}`),
      ),
    );
    const extra = paths.slice(0, 60).map((path) => path.replace("/tile/", "/tile//"));
    const all = [...paths, ...extra];
    expect(all.length).toBeGreaterThanOrEqual(1_500);
    const odd: string[] = [];
    for (const path of all) {
      const { status, headers } = await ask(path);
      if (status != 404 || headers.get("content-type") == "application/octet-stream")
        odd.push(`${status} ${path}`);
    }
    expect(odd).toEqual([]);
  });

  it("reads, lists and erases no record: who knows an id gets nothing by it", async () => {
    const record = sealed();
    await send(desk.collector, [lineOf(record)]);
    const before = await size();
    const found: string[] = [];
    for (const id of [record.id, record.subject, record.hash]) {
      for (const [method, path] of [
        ["GET", `/v1/records/${id}`],
        ["HEAD", `/v1/records/${id}`],
        ["DELETE", `/v1/records/${id}`],
        ["PATCH", `/v1/records/${id}`],
        ["GET", `/v1/records?subject=${id}`],
        ["GET", `/v1/records?id=${id}`],
        ["POST", `/v1/erase?subject=${id}`],
        ["DELETE", `/v1/records?subject=${id}`],
        ["GET", `/owner?id=${id}`],
        ["GET", `/export?subject=${id}`],
      ] as const) {
        const answer = await ask(path, { method });
        const text = await answer.text();
        if (answer.status < 400 || text.includes(id))
          found.push(`${method} ${path} ${answer.status}`);
      }
    }
    expect(found).toEqual([]);
    expect(await size()).toBe(before);
    expect(await desk.store.bodies({ subject: record.subject }, -1, 9)).toHaveLength(1);
  });
});

describe("the owner's token", () => {
  it.each([
    "Bearer",
    "Bearer ",
    `bearer${TOKEN}`,
    `Basic ${TOKEN}`,
    `Digest ${TOKEN}`,
    `Bearer\t${TOKEN}`,
    "Basic !!!",
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN}, Bearer x`,
  ])("does not pass as %j", async (authorization) => {
    const fresh = await bench({ ownerToken: TOKEN });
    const request = new Request("https://c.example/owner", { headers: { authorization } });
    const answer = await fresh.collector(request, { ip: "192.0.2.9" });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(TOKEN);
    await fresh.remove();
  });

  it("passes meanwhile, also from the network whose guesses are slowed down", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) {
      const headers = { authorization: `Bearer guess-${i}` };
      statuses.push((await ask("/owner", { headers }, "192.0.2.20")).status);
    }
    expect(statuses.filter((status) => status == 401).length).toBeLessThan(30);
    expect(statuses.at(-1)).toBe(429);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await ask("/owner", { headers }, "192.0.2.20")).status).toBe(200);
  });
});

it("3,000 connections that send a header and no end are hung up on; meanwhile others are answered", async () => {
  const begin = "POST /v1/records HTTP/1.1\r\nHost: c.example\r\nX-Slow: ";
  const slow = Array.from({ length: 3000 }, () => raw(begin));
  for (let turn = 0; turn < 20; turn++) {
    const answer = await fetch(`http://127.0.0.1:${serving.port}/healthz`);
    expect(answer.status).toBe(200);
  }
  for (const answer of await Promise.all(slow)) expect(answer).not.toMatch(/^HTTP\/1.1 2/);
});

it("the request log names the route, and holds no text of a stranger", async () => {
  const before = desk.lines.length;
  const mark = "s3cr3t-m4rk";
  await ask(`/v1/records/${mark}?q=${mark}`, {
    headers: { "user-agent": mark, referer: `https://${mark}.example/` },
  });
  await ask(`/${mark}`);
  await ask(`/tile/0/${mark}`);
  await desk.collector(
    post(`{"text":"${mark}","hash":"${mark}"}`, { headers: { Origin: `https://${mark}.example` } }),
  );
  await desk.collector(post(`{"text":"${mark}","hash":"${mark}"}`));
  await desk.collector(post([lineOf(sealed({ controller: `${mark}\nline two` }))]));
  const lines = desk.lines.slice(before);
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toContain(mark);
});
