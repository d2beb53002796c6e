import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createConsentServer, type ConsentServer } from "./react-router.server.ts";
import { decide } from "../core/choice/decide.ts";
import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { parseGate } from "../core/config/parseGate.ts";
import {
  ConsentBanner,
  ConsentHead,
  ConsentPage,
  useConsentNonce,
} from "../adapters/reactRouter.ts";

const OPTIONS = {
  controller: { name: "Acme BV" },
  services: {
    hotjar: { id: 1 },
    stats: { name: "Stats", category: "performance", hosts: ["stats.example"], storage: [] },
  },
};
const PLAIN = { controller: { name: "Acme BV" }, categories: ["marketing"] } as const;
const config = parseGate(PLAIN, () => {});
const NOW = Date.now();
const given = decide(
  resume(storedChoice([]), config, NOW),
  { kind: "accept-all", source: "api", trusted: false },
  config,
  { now: NOW, newId: "subject-0001" },
).state;
const URL = "https://acme.example/";

async function rendered(server: ConsentServer, ...parts: ReactElement[]): Promise<string> {
  const page = await server.page(new Request(URL), new Headers());
  return renderToString(createElement(ConsentPage, { page }, ...parts));
}

describe("consentry/react-router", () => {
  it("renders the head with the answer's nonce, another each time", async () => {
    const server = createConsentServer(OPTIONS);
    const two = [
      await rendered(server, createElement(ConsentHead)),
      await rendered(server, createElement(ConsentHead)),
    ];
    const nonces = two.map((html) => /^<script nonce="([^"]+)">/.exec(html)?.[1]);
    expect(new Set(nonces)).toHaveLength(2);
    expect(nonces).not.toContain(undefined);
  });

  it("gives marked scripts the nonce of the head, and nothing where there is no page", async () => {
    const Marked = () => createElement("i", { title: useConsentNonce() });
    const server = createConsentServer(PLAIN);
    const html = await rendered(server, createElement(ConsentHead), createElement(Marked));
    const [, head] = /^<script nonce="([^"]+)">/.exec(html) ?? [];
    expect(head).toBeTruthy();
    expect(html).toContain(`<i title="${head}">`);
    expect(renderToString(createElement(Marked))).toBe("<i></i>");
  });

  it("renders the banner in the languages that it was given, the first where none is named", async () => {
    const server = createConsentServer(OPTIONS, { languages: ["nl", "en"] });
    expect(await rendered(server, createElement(ConsentBanner))).toContain("Alles weigeren");
    const english = createElement(ConsentBanner, { language: "en" });
    expect(await rendered(server, english)).toContain("Reject all");
    const french = createElement(ConsentBanner, { language: "fr" });
    await expect(rendered(server, french)).rejects.toThrow("languages: […]");
  });

  it("spares who has decided the banner, and the head's part of it", async () => {
    const server = createConsentServer(PLAIN);
    const cookie = `consentry=${toCookie(given, config)}`;
    const asked = await server.page(new Request(URL), new Headers());
    const decided = await server.page(new Request(URL, { headers: { cookie } }), new Headers());
    expect(Object.keys(asked.banners ?? {})).toHaveLength(1);
    expect(decided.banners).toBeUndefined();
    expect(decided.head.length).toBeLessThan(asked.head.length);
    const page = createElement(ConsentPage, { page: decided }, createElement(ConsentBanner));
    expect(renderToString(page)).toBe("<div></div>");
  });

  it("says on a server that a page was rendered without its texts", () => {
    expect(() => renderToString(createElement(ConsentHead))).toThrow("app/entry.server.tsx");
    expect(() => renderToString(createElement(ConsentBanner))).toThrow("app/entry.server.tsx");
  });

  it("keeps a page out of shared caches, and makes the policy where one is wanted", async () => {
    const server = createConsentServer(OPTIONS, {
      policy: (nonce, { url }) => (url.endsWith("/hard") ? { nonce } : undefined),
    });
    const headers = new Headers({ "cache-control": "public, max-age=60" });
    await server.page(new Request(URL), headers);
    expect(Object.fromEntries(headers)).toEqual({
      "cache-control": "private, no-cache",
      vary: "Cookie",
    });
    const shut = new Headers({ "content-security-policy": "base-uri 'none'" });
    const { nonce } = await server.page(new Request(`${URL}hard`), shut);
    expect(shut.get("content-security-policy")).toContain("base-uri 'none'");
    expect(shut.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(shut.get("content-security-policy")).not.toContain("stats.example");
  });

  it("reads what a cookie permits, of services of the catalogue too", async () => {
    const { read } = createConsentServer(OPTIONS);
    const nobody = await read(new Request(URL));
    expect([nobody.state.status, nobody.permits("hotjar")]).toEqual(["undecided", false]);
    expect(Object.keys(nobody.state.services).toSorted()).toEqual(["hotjar", "stats"]);
  });

  it("throws a mistake in the options with its code", async () => {
    const server = createConsentServer({ controller: { name: "" } });
    await expect(server.read(new Request(URL))).rejects.toThrow("controller");
  });
});
