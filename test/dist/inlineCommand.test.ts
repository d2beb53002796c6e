import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { command, fileOf } from "../util/command.ts";
import { BASIC } from "../util/html.ts";

const CONFIG: object = {
  ...BASIC,
  signals: ["data-layer-event"],
  services: { "google-analytics": {}, hotjar: {}, "microsoft-uet": {} },
};

describe("the inline command", () => {
  it("prints a script element whose hash and size it tells, alike each time", async () => {
    const ended = await command(["inline", "--config", fileOf(CONFIG), "--nonce", 'a"b&']);
    expect(ended.code).toBe(0);
    const [, code] = /^<script nonce="a&quot;b&amp;">(.*)<\/script>\n$/s.exec(ended.out)!;
    expect(ended.err).toBe(
      `${Buffer.byteLength(code!)} bytes, ${brotliCompressSync(code!).length} by brotli; ` +
        `script-src 'sha256-${createHash("sha256").update(code!).digest("base64")}'\n`,
    );
    const { out } = await command(["inline", "--config", fileOf(CONFIG), "--format", "js"]);
    expect(out).toBe(code);
  });

  it("writes the banner into a file of its own, and tells what both weigh: 3.5 kB in English", async () => {
    const config = fileOf(BASIC);
    const head = join(dirname(config), "head.html");
    const { code, out, err } = await command(["inline", "--banner", "--config", config, "--out", head]);
    expect([code, out]).toEqual([0, ""]);
    const banner = readFileSync(head.replace("head.html", "head.banner.html"), "utf8");
    expect(banner).toMatch(/^<div hidden data-consentry data-consentry-shown="\w+"><template shadowrootmode="open">/);
    expect(readFileSync(head, "utf8")).toMatch(/^<script>\(\(\)=>\{.*consentry\.head.*<\/script>\n$/s);
    const both = Number(/both: \d+ bytes, (\d+) by brotli/.exec(err)![1]);
    expect(both).toBeLessThan(3520);
  });

  it("stays small: the code without a site's signals (brotli, bytes)", () => {
    const bytes = brotliCompressSync(readFileSync(new URL("../../dist/consentry.head.js", import.meta.url)));
    expect(bytes.length).toBeLessThan(1450);
  });

  it.each<[string, string[], number, RegExp]>([
    ["no configuration", [], 2, /^--config FILE is needed/],
    ["a format that is none", ["--config", fileOf(CONFIG), "--format", "pdf"], 2, /^--format is html or js/],
    ["a banner of which nobody knows what it asks", ["--banner", "--config", fileOf({ controller: BASIC.controller })], 1, /^banner-empty: /],
    ["a banner before another tool's choice is known", ["--banner", "--config", fileOf({ ...CONFIG, migrate: "cookiebot" })], 1, /^banner-migrate: /],
    ["a banner that is to be a script", ["--banner", "--format", "js", "--config", fileOf(CONFIG)], 2, /^--banner with --format js needs --out/],
    ["a banner in no language of ours", ["--banner", "--lang", "tlh", "--config", fileOf(CONFIG)], 2, /^language-unknown: /],
    ["a configuration with a mistake", ["--config", fileOf({ ...CONFIG, days: 0 })], 1, /^bad-days: /],
  ])("answers %s with one message and its exit code", async (_what, args, code, message) => {
    const ended = await command(["inline", ...args]);
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toMatch(message);
  });
});
