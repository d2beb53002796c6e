import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverPath } from "../../scripts/servers.mjs";
import type { Options } from "../../src/core/config/options.ts";
import { nodePolicy } from "../../src/entries/policy.ts";
import { readConsent } from "../../src/entries/server.ts";
import { cookieOf } from "./cookieOf.ts";
import { startWebServer, type WebServer } from "./webServer.ts";

const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    { id: "stats", name: "Stats", category: "performance", storage: [], hosts: ["stats.example"] },
    { id: "ads", name: "Ads", category: "marketing", storage: [], hosts: ["ads.example"] },
  ],
};
const VISITORS = [
  {},
  { cookie: cookieOf(OPTIONS, { performance: true, marketing: true }) },
  { cookie: cookieOf(OPTIONS, { performance: true, marketing: false }) },
  { cookie: cookieOf(OPTIONS, { performance: false, marketing: false }) },
];
const CSP = "content-security-policy";

/** A server whose page shows what its visitor permits, and asks every cache to keep it. */
const origin = createServer((request, response) => {
  nodePolicy(OPTIONS)(request, response, () => {
    const { state } = readConsent(request.headers.cookie, OPTIONS);
    response.setHeader("content-type", request.url == "/app.js" ? "text/javascript" : "text/html");
    response.setHeader("cache-control", "public, max-age=600, s-maxage=600");
    response.setHeader("x-accel-expires", "600");
    response.end(JSON.stringify(state.services));
  });
});

describe.runIf(serverPath("nginx"))("a shared cache between the server and its visitors", () => {
  let nginx: WebServer;
  beforeAll(async () => {
    await new Promise<void>((done) => origin.listen(0, "127.0.0.1", done));
    const { port } = origin.address() as AddressInfo;
    const location = (path: string, more: string): string => `location ${path} {
      proxy_pass http://127.0.0.1:${port}/;
      proxy_cache pages;
      proxy_cache_key $uri;
      proxy_cache_valid any 10m;
      proxy_set_header Cookie $http_cookie;
      add_header X-Cache $upstream_cache_status always;
      ${more}
    }`;
    nginx = await startWebServer(
      "nginx",
      "",
      (dir) => `proxy_cache_path ${dir}/cache keys_zone=pages:1m;
    server {
      listen 127.0.0.1:PORT;
      ${location("/page/", "")}
      ${location("/stubborn/", "proxy_ignore_headers Cache-Control Expires X-Accel-Expires;")}
    }`,
    );
  });
  afterAll(async () => {
    await nginx.stop();
    origin.closeAllConnections();
    await new Promise((done) => origin.close(done));
  });

  it.each(["/page/", "/stubborn/"])(
    "never gives one visitor another's policy or state: %s",
    async (path) => {
      const wanted = VISITORS.map(({ cookie }) => {
        const { services } = readConsent(cookie, OPTIONS).state;
        return [services["stats"], services["ads"]];
      });
      for (let round = 0; round < 3; round += 1) {
        for (const [index, headers] of VISITORS.entries()) {
          const sent = await nginx.get(path, headers);
          const policy = sent.headers[CSP] ?? "";
          const told = JSON.parse(sent.body) as Record<string, boolean>;
          expect([policy.includes("stats.example"), policy.includes("ads.example")]).toEqual(
            wanted[index],
          );
          expect([told["stats"], told["ads"]]).toEqual(wanted[index]);
        }
      }
    },
  );

  it("is a cache: it keeps what is the same for all", async () => {
    const before = await nginx.get("/page/app.js");
    const after = await nginx.get("/page/app.js", VISITORS[1]);
    expect([before.headers["x-cache"], after.headers["x-cache"]]).toEqual(["MISS", "HIT"]);
    expect(after.headers[CSP]).not.toContain("example");
  });

  it("keeps no document", async () => {
    await nginx.get("/page/");
    expect((await nginx.get("/page/")).headers["x-cache"]).toBe("MISS");
  });
});
