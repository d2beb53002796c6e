import { describe, expect, it } from "vitest";
import { command, fileOf } from "../util/command.ts";

const CONFIG = fileOf({
  controller: { name: "Acme BV" },
  services: { hotjar: { id: 1 }, youtube: {} },
});
const policy = (...more: string[]) => command(["policy", "--config", CONFIG, ...more]);

describe("consentry policy", () => {
  it("writes the policy of who has decided nothing", async () => {
    const { code, out, err } = await policy();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Content-Security-Policy: default-src 'self'; script-src 'self'; /);
    expect(out).not.toContain("hotjar");
  });

  it("writes each combination of categories, with the hosts of the catalogue", async () => {
    const { out } = await policy("--format", "json", "--report-only");
    const { header, policies } = JSON.parse(out) as {
      header: string;
      policies: Record<string, string>;
    };
    expect(header).toBe("Content-Security-Policy-Report-Only");
    const kinds = Object.entries(policies).map(([on, text]) => [
      on,
      text.includes("hotjar.com"),
      text.includes("https://www.youtube-nocookie.com"),
    ]);
    expect(kinds).toEqual([
      ["", false, false],
      ["performance", true, false],
      ["functional", false, true],
      ["functional performance", true, true],
    ]);
  });

  it("says what a permitted service asks for and the site's own policy keeps shut", async () => {
    const { code, err } = await policy("--policy", "default-src 'self'");
    expect(code).toBe(0);
    expect(err).toContain("policy-narrow: ");
    expect(err).toContain("hotjar script-src https://*.hotjar.com");
  });

  it("writes a service worker with the site's data, and the head that goes with it", async () => {
    const worker = await policy("--format", "worker");
    expect(worker.out).toMatch(/^self\.consentryPolicy=\{.*\};\n.*addEventListener/s);
    const head = await policy("--format", "head", "--worker", "/sw.js");
    expect(head.out).toContain('.register("/sw.js")');
    expect(head.out).toContain('<meta http-equiv="Content-Security-Policy" data-consentry-policy content="');
  });

  it.each([
    ["--format", "iis"],
    ["--inline", "some"],
  ])("refuses %s %s", async (...wrong) => {
    expect((await policy(...wrong)).code).toBe(2);
  });
});
