import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../src/collector/node/serve.ts";
import { trustedPeers } from "../../src/collector/node/trustedPeers.ts";
import { bench, lineOf, type Bench } from "./util/collector.ts";
import { ORIGIN, sealed } from "./util/records.ts";

let desk: Bench;
let serving: Serving;
beforeAll(async () => {
  desk = await bench({ limits: { burst: 3, rate: 0.001 } });
  serving = await serve(desk.collector, {
    port: 0,
    proxies: 1,
    headersTimeout: 300,
    requestTimeout: 600,
  });
});
afterAll(async () => {
  await serving.close();
  await desk.remove();
});

/** Writes raw bytes; gives what came back, and how many were sent, when the server hung up. */
const raw = (chunks: readonly string[], everyMs = 0, forMs = 60_000) =>
  new Promise<{ text: string; sent: number }>((resolve) => {
    const socket = connect(serving.port, "127.0.0.1");
    let text = "";
    let at = 0;
    const timer = setInterval(() => {
      if (at < chunks.length && socket.writable) socket.write(chunks[at++]!);
    }, everyMs);
    const end = () => {
      clearInterval(timer);
      socket.destroy();
      resolve({ text, sent: at });
    };
    socket.on("data", (data) => (text += data.toString("latin1")));
    socket.on("close", end).on("error", () => {});
    setTimeout(end, forMs).unref();
  });

const url = (path: string) => `http://127.0.0.1:${serving.port}${path}`;

describe("serving on Node", () => {
  it("stores what a client posts", async () => {
    const record = sealed();
    const response = await fetch(url("/v1/records"), {
      method: "POST",
      body: lineOf(record),
      headers: { Origin: ORIGIN, "X-Forwarded-For": "192.0.2.1" },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ results: [{ id: record.id, status: "stored" }] });
  });

  it("believes X-Forwarded-For of a proxy only: a stranger who passes it by is who he is, and reported", async () => {
    const lines: Record<string, unknown>[] = [];
    const networks: (string | undefined)[] = [];
    const own = Object.values(networkInterfaces())
      .flat()
      .find((it) => it && !it.internal && it.family == "IPv4")?.address;
    const serving = await serve(
      async (_request, { ip }) => {
        networks.push(ip);
        return new Response("ok");
      },
      { port: 0, hostname: "0.0.0.0", proxies: 1, report: (line) => lines.push(line) },
    );
    const ask = (host: string) =>
      fetch(`http://${host}:${serving.port}/`, { headers: { "X-Forwarded-For": "192.0.2.9" } });
    await ask("127.0.0.1");
    expect(networks).toEqual(["192.0.2.9"]);
    expect(lines).toEqual([]);
    // Only where this machine has an address that is not a private one can a stranger be played.
    if (own && !trustedPeers()(own)) {
      await ask(own);
      expect(networks[1]).toBe(own);
      expect(lines).toEqual([{ level: "warn", event: "proxy-passed-by" }]);
    }
    await serving.close();
  });

  it("hangs up on headers that never end", async () => {
    const drops = Array.from({ length: 200 }, (_, i) => `X-${i}: 1\r\n`);
    const { text, sent } = await raw(["POST /v1/records HTTP/1.1\r\nHost: x\r\n", ...drops], 50);
    expect(text).toContain("408");
    expect(sent).toBeLessThan(drops.length); // While there was more to come.
  });

  it("hangs up on a body that drips", async () => {
    const head = `POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n`;
    const { sent } = await raw([head, ...Array<string>(200).fill("x")], 50);
    expect(sent).toBeLessThan(200);
  });

  it("refuses a body of 100 MB without taking it", async () => {
    const head = `POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 104857600\r\nConnection: close\r\n\r\n`;
    const { text } = await raw([head, "x".repeat(100_000)], 10);
    expect(text).toMatch(/^HTTP\/1\.1 413/);
  });

  it.each([
    [
      "header lines over the limit",
      `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
      "431",
    ],
    ["what is not HTTP", "hello\r\n\r\n", "400"],
    [
      "two lengths",
      "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
      "400",
    ],
    [
      "a length beside chunks",
      "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400",
    ],
  ])("refuses %s", async (_, bytes, status) => {
    const { text } = await raw([bytes]);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  });

  it("counts by the address that the trusted proxy saw, not by what a client claims", async () => {
    const ask = async (forwarded: string) => {
      const response = await fetch(url("/v1/records"), {
        method: "POST",
        body: lineOf(sealed()),
        headers: { "X-Forwarded-For": forwarded },
      });
      await response.text();
      return response.status;
    };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push(await ask(`10.0.${i}.1, 198.51.100.${i}`));
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await ask("10.9.9.9, 203.0.113.1")).toBe(200);
  });

  it("ends what is in work before it stops", async () => {
    const other = await serve(desk.collector, { port: 0 });
    const answer = fetch(`http://127.0.0.1:${other.port}/readyz`);
    const response = await answer;
    await other.close();
    expect(response.status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${other.port}/healthz`)).rejects.toThrow("fetch failed");
  });
});
