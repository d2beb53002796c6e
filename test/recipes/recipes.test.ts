import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverPath, type ServerName } from "../../scripts/servers.mjs";
import { writePolicies, type Format } from "../../src/build/policy/writePolicies.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import type { Options } from "../../src/core/config/options.ts";
import { readConsent } from "../../src/entries/server.ts";
import { hotjar } from "../../src/catalogue/services/hotjar.ts";
import { policy } from "../../src/policy/policy.ts";
import { cookieOf } from "./cookieOf.ts";
import { startWebServer, type WebServer } from "./webServer.ts";

const own = { storage: [] };
const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    hotjar({ id: 1 }),
    { id: "ads", name: "Ads", category: "marketing", hosts: ["ads.example"], ...own },
    { id: "pixel", name: "Pixel", category: "marketing", hosts: ["*.pixel.example"], ...own },
    {
      id: "fraud",
      name: "Fraud",
      category: "performance",
      basis: "legitimate-interest",
      reason: "Keeps bots out.",
      hosts: ["fraud.example"],
      ...own,
    },
  ],
};
const config = parseGate(OPTIONS, () => {});
const yes = (choices: Record<string, boolean>, options = OPTIONS): string =>
  cookieOf(options, choices);
const ALL = yes({ performance: true, marketing: true });

/** Cookies that a server has to judge as the library does. */
const COOKIES: Record<string, string> = {
  none: "",
  "all permitted": ALL,
  "among others": `a=1; ${ALL}; b=2`,
  "one category": yes({ performance: true, marketing: false }),
  "the other category": yes({ performance: false, marketing: true }),
  refused: yes({ performance: false, marketing: false }),
  doubled: `${ALL}; ${ALL}`,
  "cut short": ALL.slice(0, -3),
  "of another name": ALL.replace("consentry=", "xconsentry="),
  "of another question": yes(
    { performance: true, marketing: true },
    { ...OPTIONS, controller: { name: "Other" } },
  ),
  "of another revision": yes({ performance: true, marketing: true }, { ...OPTIONS, revision: 2 }),
  "an objection": yes({ performance: true, marketing: true, fraud: false }),
  junk: "consentry=v=1&yes=performance+marketing",
};

const installed = (["nginx", "apache2", "caddy"] as const).filter((name) => {
  if (serverPath(name)) return true;
  console.warn(`${name} is not installed: its tests are left out.`);
  return false;
});
const FORMAT: Record<ServerName, Format> = { nginx: "nginx", apache2: "apache", caddy: "caddy" };
const CSP = "content-security-policy";

it("is tested with the servers that CONSENTRY_SERVERS demands", () => {
  const wanted = (process.env["CONSENTRY_SERVERS"] ?? "").split(",").filter(Boolean);
  expect(wanted.filter((name) => !(installed as string[]).includes(name))).toEqual([]);
});

describe.each(installed)("the recipe for %s", (name) => {
  let server: WebServer;
  beforeAll(async () => {
    server = await startWebServer(name, writePolicies(config, {}, FORMAT[name]).text);
  });
  afterAll(() => server.stop());

  it.each(Object.entries(COOKIES))(
    "judges a cookie as the library does: %s",
    async (_name, cookie) => {
      const { headers, status } = await server.get("/", cookie ? { cookie } : {});
      expect(status).toBe(200);
      expect(headers[CSP]).toBe(policy(readConsent(cookie, OPTIONS).state, OPTIONS).text);
      expect(headers["cache-control"]).toBe("private, no-cache");
      expect(headers["vary"]).toMatch(/\bCookie\b/);
    },
  );

  it("shuts a whole category where one of its services was refused by itself", async () => {
    const cookie = yes({ performance: true, marketing: true, pixel: false });
    const { headers } = await server.get("/", { cookie });
    expect(headers[CSP]).toContain("hotjar");
    expect(headers[CSP]).not.toContain("ads.example");
    expect(headers[CSP]).not.toContain("pixel.example");
  });

  it("gives scripts no one's policy, dedicated workers their visitor's, and pictures none", async () => {
    const script = await server.get("/app.js", { cookie: ALL });
    expect(script.headers[CSP]).toContain("script-src 'self'");
    expect(script.headers[CSP]).not.toContain("hotjar");
    expect(script.headers["cache-control"] ?? "").not.toContain("private");
    expect(script.headers["vary"]).toContain("Sec-Fetch-Dest");
    const worker = await server.get("/app.js", { cookie: ALL, "sec-fetch-dest": "worker" });
    expect(worker.headers[CSP]).toContain("hotjar");
    expect(worker.headers["cache-control"]).toContain("private");
    expect((await server.get("/dot.png")).headers[CSP]).toBeUndefined();
  });

  it("covers what is not found", async () => {
    const { status, headers } = await server.get("/missing.html");
    expect([status, headers[CSP]?.includes("default-src 'self'")]).toEqual([404, true]);
  });
});
