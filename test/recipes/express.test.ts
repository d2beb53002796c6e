import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import type { Options } from "../../src/core/config/options.ts";
import { nodePolicy } from "../../src/entries/policy.ts";
import { cookieOf } from "./cookieOf.ts";
import { fetchFrom, type Sent } from "./webServer.ts";

/** As much of Express as is used. */
interface App {
  use(middleware: unknown): void;
  get(path: string, handler: (request: unknown, response: Answer) => void): void;
  listen(port: number, host: string, done: () => void): Server;
}
interface Answer {
  send(body: string): void;
  json(body: object): void;
  type(name: string): Answer;
  redirect(to: string): void;
}

const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    { id: "ads", name: "Ads", category: "marketing", storage: [], hosts: ["ads.example"] },
  ],
};
const CSP = "content-security-policy";
let server: Server;
const get = (path: string, headers: Record<string, string> = {}): Promise<Sent> =>
  fetchFrom((server.address() as AddressInfo).port, path, headers);

beforeAll(async () => {
  const at = join(installed("test/packages/express"), "express");
  const app = (createRequire(import.meta.url)(at) as () => App)();
  app.use(nodePolicy(OPTIONS));
  app.get("/", (_request, response) => response.send("<p>x</p>"));
  app.get("/json", (_request, response) => response.json({}));
  app.get("/app.js", (_request, response) => response.type("js").send("1"));
  app.get("/away", (_request, response) => response.redirect("/"));
  await new Promise<void>((done) => (server = app.listen(0, "127.0.0.1", done)));
});
afterAll(() => new Promise((done) => server.close(done)));

it("a page of Express gets the policy of who asks, and no shared cache keeps it", async () => {
  const shut = await get("/");
  expect(shut.headers[CSP]).toContain("default-src 'self'");
  expect(shut.headers[CSP]).not.toContain("ads.example");
  const open = await get("/", { cookie: cookieOf(OPTIONS, { marketing: true }) });
  expect(open.headers[CSP]).toContain("ads.example");
  expect(open).toMatchObject({ status: 200, body: "<p>x</p>" });
  expect(open.headers["cache-control"]).toBe("private, no-cache");
  expect(open.headers["vary"]).toContain("Cookie");
});

it("a script gets no one's, what is no document none, and Express's own policy of an error stays as strict", async () => {
  const cookie = cookieOf(OPTIONS, { marketing: true });
  const script = await get("/app.js", { cookie });
  expect(script.headers[CSP]).not.toContain("ads.example");
  expect((await get("/json", { cookie })).headers[CSP]).toBeUndefined();
  expect((await get("/away", { cookie })).headers[CSP]).toBeUndefined();
  const missing = await get("/missing", { cookie });
  expect([missing.status, missing.headers[CSP]]).toEqual([
    404,
    expect.stringContaining("default-src 'none'"),
  ]);
});
