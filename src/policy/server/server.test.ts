import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { decide } from "../../core/choice/decide.ts";
import { resume } from "../../core/choice/resume.ts";
import { storedChoice } from "../../core/choice/storedChoice.ts";
import { toCookie } from "../../core/choice/toCookie.ts";
import type { Options } from "../../core/config/options.ts";
import { parseGate } from "../../core/config/parseGate.ts";
import { honoPolicy } from "./honoPolicy.ts";
import { nodePolicy } from "./nodePolicy.ts";
import { withPolicy } from "./withPolicy.ts";

const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    { id: "stats", name: "Stats", category: "performance", storage: [], hosts: ["stats.example"] },
  ],
};
const config = parseGate(OPTIONS, () => {});
const NOW = Date.now();
const given = decide(
  resume(storedChoice([]), config, NOW),
  { kind: "accept-all", source: "api", trusted: false },
  config,
  { now: NOW, newId: "subject-0001" },
).state;
const YES = `consentry=${toCookie(given, config)}`;
const HTML = { "content-type": "text/html" };

interface Sent {
  get(name: string): string | null;
}
type Serve = (
  headers: Record<string, string>,
  asked?: Record<string, string>,
  status?: number,
) => Promise<Sent>;

/** The same answer through each kind of server. */
const SERVERS: Record<string, Serve> = {
  async web(headers, asked = {}, status = 200) {
    const serve = withPolicy(() => new Response("x", { status, headers }), OPTIONS);
    return (await serve(new Request("https://acme.example/", { headers: asked }))).headers;
  },
  async hono(headers, asked = {}, status = 200) {
    const app = new Hono();
    app.use(honoPolicy(OPTIONS));
    app.get("/", () => new Response("x", { status, headers }));
    return (await app.request("/", { headers: asked })).headers;
  },
  node: (headers, asked = {}, status = 200) =>
    viaNode((response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.statusCode = status;
      response.end("x");
    }, asked),
  "node with writeHead": (headers, asked = {}, status = 200) =>
    viaNode((response) => void response.writeHead(status, headers).end("x"), asked),
};

async function viaNode(
  answer: (response: import("node:http").ServerResponse) => void,
  asked: Record<string, string>,
): Promise<Sent> {
  const middleware = nodePolicy(OPTIONS);
  const server = createServer((request, response) => {
    middleware(request, response, () => answer(response));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((done, fail) => {
      const sent = ask({ port, host: "127.0.0.1", headers: asked }, (response) => {
        response.resume();
        const { headers } = response;
        done({ get: (name) => (headers[name] == null ? null : String(headers[name])) });
      });
      sent.on("error", fail).end();
    });
  } finally {
    await new Promise((done) => server.close(done));
  }
}

const CSP = "content-security-policy";

describe.each(Object.entries(SERVERS))("a server of the kind %s", (_name, serve) => {
  it("gives a document the policy that its visitor's cookie permits", async () => {
    expect((await serve(HTML)).get(CSP)).not.toContain("stats.example");
    expect((await serve(HTML, { cookie: YES })).get(CSP)).toContain("https://stats.example");
    expect((await serve(HTML, { cookie: `${YES}; ${YES}` })).get(CSP)).not.toContain("stats");
  });

  it("keeps a document out of shared caches, whatever the page says", async () => {
    const sent = await serve({
      ...HTML,
      "cache-control": "public, max-age=60, s-maxage=600",
      "cdn-cache-control": "max-age=600",
      "surrogate-control": "max-age=600",
      "x-accel-expires": "600",
      expires: "Fri, 01 Jan 2100 00:00:00 GMT",
      vary: "Accept-Language",
    });
    expect(sent.get("cache-control")).toBe("private, no-cache");
    expect(sent.get("vary")).toBe("Accept-Language, Cookie");
    for (const name of ["cdn-cache-control", "surrogate-control", "x-accel-expires", "expires"]) {
      expect([name, sent.get(name)]).toEqual([name, null]);
    }
  });

  it("gives a script nobody's policy, the same for all, and a dedicated worker its visitor's", async () => {
    const script = { "content-type": "text/javascript", "cache-control": "public, max-age=60" };
    const plain = await serve(script, { cookie: YES });
    expect(plain.get(CSP)).not.toContain("stats.example");
    expect([plain.get("cache-control"), plain.get("vary")]).toEqual([
      "public, max-age=60",
      "Sec-Fetch-Dest",
    ]);
    const worker = await serve(script, { cookie: YES, "sec-fetch-dest": "worker" });
    expect(worker.get(CSP)).toContain("https://stats.example");
    expect(worker.get("cache-control")).toBe("private, no-cache");
    for (const dest of ["sharedworker", "serviceworker"]) {
      const shared = await serve(script, { cookie: YES, "sec-fetch-dest": dest });
      expect(shared.get(CSP)).not.toContain("stats.example");
    }
  });

  it("merges with the policy that the page sets itself, and never widens it", async () => {
    const own = { ...HTML, [CSP]: "default-src 'none'; img-src https://stats.example" };
    expect((await serve(own)).get(CSP)).not.toContain("stats.example");
    const csp = (await serve(own, { cookie: YES })).get(CSP)!;
    expect(csp).toContain("img-src https://stats.example");
    expect(csp).toContain("script-src 'none'");
  });

  it("leaves alone what cannot fetch anything, and covers what says no type and what is an error", async () => {
    const image = await serve({ "content-type": "image/png", "cache-control": "public" });
    expect([image.get(CSP), image.get("cache-control")]).toEqual([null, "public"]);
    expect((await serve({ "content-type": "image/svg+xml" })).get(CSP)).toContain("default-src");
    expect((await serve(HTML, {}, 404)).get(CSP)).toContain("default-src");
    expect((await serve({ ...HTML, location: "/x" }, {}, 302)).get(CSP)).toBeNull();
  });
});

it("takes a nonce for each request", async () => {
  const base = (request: Request) => ({ nonce: request.headers.get("x-nonce") ?? "" });
  const serve = withPolicy(() => new Response("x", { headers: HTML }), OPTIONS, base);
  const answer = await serve(
    new Request("https://acme.example/", { headers: { "x-nonce": "abc" } }),
  );
  expect(answer.headers.get(CSP)).toContain("'nonce-abc'");
});
