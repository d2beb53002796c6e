import { describe, expect, it } from "vitest";
import type { Options } from "../core/config/options.ts";
import type { State } from "../core/choice/state.ts";
import { readConsent } from "../entries/server.ts";
import { policy } from "./policy.ts";
import type { PolicyBase } from "./policyBase.ts";

const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      storage: [],
      hosts: ["*.stats.example"],
    },
    {
      id: "chat",
      name: "Chat",
      category: "marketing",
      storage: [],
      hostsFor: {
        script: ["cdn.chat.example"],
        socket: ["live.chat.example"],
        form: ["chat.example"],
      },
    },
  ],
};
const NOBODY = readConsent(null, OPTIONS).state;
const permitting = (...ids: string[]): State => ({
  ...NOBODY,
  services: Object.fromEntries(["stats", "chat"].map((id) => [id, ids.includes(id)])),
});
const made = (ids: string[], base?: PolicyBase | string) =>
  policy(permitting(...ids), OPTIONS, base);
const codes = (base: PolicyBase | string): string[] =>
  made([], base).problems.map(({ code, at }) => `${code} ${at}`);

describe("a policy made from consent", () => {
  it("opens no other origin before a decision", () => {
    const { text, headers, problems } = policy(NOBODY, OPTIONS);
    expect(headers).toEqual({ "content-security-policy": text });
    expect(text).not.toMatch(/example|https|\*/);
    expect(text).toContain(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'",
    );
    expect(text).toContain("object-src 'none'; base-uri 'self'; form-action 'self'");
    expect(problems).toEqual([]);
  });

  it("opens exactly the hosts of what is permitted, by kind, and shuts them again", () => {
    const { directives } = made(["chat"]);
    expect(directives["script-src"]).toEqual(["'self'", "https://cdn.chat.example"]);
    expect(directives["connect-src"]).toEqual(["'self'", "wss://live.chat.example"]);
    expect(directives["form-action"]).toEqual(["'self'", "https://chat.example"]);
    expect(directives["img-src"]).toEqual(["'self'", "data:", "blob:"]);
    expect(made([]).text).toBe(policy(NOBODY, OPTIONS).text);
  });

  it("keeps the site's own hosts and takes from its policy what a service answers for", () => {
    const site =
      "default-src 'self'; img-src 'self' https://cdn.acme.example https://px.stats.example";
    expect(made([], site).directives["img-src"]).toEqual(["'self'", "https://cdn.acme.example"]);
    expect(made(["stats"], site).directives["img-src"]).toEqual([
      "'self'",
      "https://cdn.acme.example",
      "https://px.stats.example",
    ]);
    expect(made(["stats"], site).directives["script-src"]).toEqual(["'self'"]);
  });

  it("says which permitted host the site's own policy keeps shut", () => {
    expect(codes("script-src 'self'")).toContain(
      "policy-narrow stats script-src https://*.stats.example",
    );
    expect(
      codes({ policy: "img-src https://*.example", allow: { image: ["cdn.acme.test"] } }),
    ).toContain("policy-narrow allow img-src https://cdn.acme.test");
  });

  it("narrows a source that reaches every host to what is permitted", () => {
    const { directives, text } = made(["stats"], "default-src 'self'; img-src * data:");
    expect(directives["img-src"]).toEqual(["'self'", "data:", "https://*.stats.example"]);
    expect(text).not.toContain(" *");
  });

  it("leaves out a source that reaches a service and more, and says so", () => {
    const options = {
      ...OPTIONS,
      services: [
        { id: "px", name: "P", category: "marketing", storage: [], hosts: ["px.big.example"] },
      ],
    };
    const { directives, problems } = policy(
      NOBODY,
      options,
      "img-src 'self' https://*.big.example",
    );
    expect(directives["img-src"]).toEqual(["'self'"]);
    expect(problems.map(({ code }) => code)).toContain("policy-overlap");
  });

  it("lets a nonce run inline code and open no host", () => {
    const [hosts, inline] = made([], { nonce: "abc" }).text.split(", ");
    expect(hosts).toContain("script-src 'self' 'unsafe-inline';");
    expect(inline).toMatch(/^script-src 'nonce-abc' /);
  });

  it("keeps the site's nonces and strict-dynamic in force beside the hosts", () => {
    const site = "script-src 'nonce-abc' 'strict-dynamic' https:; object-src 'none'";
    const [hosts, own] = made(["chat"], site).text.split(", ");
    expect(hosts).toContain("script-src 'self' 'unsafe-inline' https://cdn.chat.example;");
    expect(own).toBe(site);
  });

  it("only reports where it is asked to, with the site's own policy still in force", () => {
    const { headers, text } = made([], {
      policy: "default-src 'self'",
      reportOnly: true,
      report: { to: "csp" },
    });
    expect(headers).toEqual({
      "content-security-policy": "default-src 'self'",
      "content-security-policy-report-only": text,
    });
    expect(text).toMatch(/; report-to csp$/);
  });

  it("demands Trusted Types with our policy and the site's", () => {
    expect(made([], { trustedTypes: ["dompurify", "no good"] }).text).toMatch(
      /; trusted-types consentry dompurify; require-trusted-types-for 'script'$/,
    );
  });

  it("lists the connections of a page whose links are given", () => {
    const { headers } = made(["chat"], { links: ["https://pay.example/*", 'no"pe'] });
    expect(headers["connection-allowlist"]).toBe(
      '(response-origin "https://cdn.chat.example:*/*" "wss://live.chat.example:*/*" "https://chat.example:*/*" "https://pay.example/*")',
    );
    expect(made([]).headers["connection-allowlist"]).toBeUndefined();
  });

  it("writes names of other scripts in ASCII, and takes no host that is none", () => {
    const options = (hosts: unknown[]): Options => ({
      ...OPTIONS,
      services: [
        {
          id: "one",
          name: "One",
          category: "necessary",
          reason: "Must.",
          storage: [],
          hosts: hosts as string[],
        },
      ],
    });
    const state = readConsent(null, options([])).state;
    expect(policy(state, options(["bücher.example"])).directives["img-src"]).toContain(
      "https://xn--bcher-kva.example",
    );
    for (const host of [
      "*",
      "*.com",
      "a.test; script-src *",
      "a.test,b",
      "'none'",
      "https:",
      "data:",
    ]) {
      const { text, problems } = policy(state, options([host]));
      expect([host, text]).toEqual([host, policy(state, options([])).text]);
      expect(problems.map(({ code }) => code)).toEqual(["policy-host"]);
    }
  });

  it("takes what is no policy and no option as none", () => {
    for (const base of [
      null,
      7,
      [],
      "",
      ";;,",
      "\u0000",
      { policy: 7, allow: "x", hashes: 3, links: "x" },
    ]) {
      expect(() => policy(NOBODY, OPTIONS, base as never)).not.toThrow();
    }
    expect(policy(null as never, OPTIONS).text).toBe(policy(NOBODY, OPTIONS).text);
    expect(policy(NOBODY, null as never).text).toContain("default-src 'self'");
  });
});
