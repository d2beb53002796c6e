import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { weighText } from "../../scripts/size.mjs";
import { root } from "../pages/files.ts";
import { bundled, SITE_CONFIG } from "../util/bundledSite.ts";
import { command, fileOf } from "../util/command.ts";

describe("the bundle command", () => {
  it("prints each file with its sizes, the same bytes each time", async () => {
    const { out, file } = await bundled("--split");
    expect(out.split("\n")[0]).toBe(
      `${file}: ${readFileSync(file).length} bytes, ${/, (\d+) by brotli/.exec(out)?.[1]} by brotli`,
    );
    expect(out).toContain("consentry.site.ask.js: ");
    const again = fileOf(SITE_CONFIG);
    const other = join(dirname(again), "consentry.site.js");
    await command(["bundle", "--config", again, "--out", other]);
    expect(readFileSync(other)).toEqual(readFileSync((await bundled()).file));
  });

  it("holds the services, signals and languages of the site and no other", async () => {
    const text = readFileSync((await bundled("--lang", "nl")).file, "utf8");
    for (const word of ["static.hotjar.com", "bat.bing.com", "ad_user_data", "Bewaartermijn"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/clarity\.ms\/tag|matomo|Speicherdauer|Reject all/);
  });

  it("keeps the weight that the decision was made on (brotli, bytes)", async () => {
    const size = async (...more: string[]) =>
      weighText(readFileSync((await bundled(...more)).file, "utf8"));
    expect(await size("--lang", "nl")).toBeLessThan(55_000);
    expect(await size("--split")).toBeLessThan(15_200);
  });

  it("uses the site's own esbuild, and says what to do where there is none", async () => {
    const config = fileOf(SITE_CONFIG);
    const site = dirname(config);
    const home = join(site, "node_modules/consentry");
    mkdirSync(join(home, "dist"), { recursive: true });
    cpSync(join(root, "package.json"), join(home, "package.json"));
    for (const folder of ["node", "esm"]) {
      cpSync(join(root, "dist", folder), join(home, "dist", folder), { recursive: true });
    }
    const run = () =>
      command(["bundle", "--config", "consent.json", "--out", "site.js"], site, home);
    expect(await run()).toEqual({
      code: 3,
      out: "",
      err: "bundler-missing: This command needs esbuild, which is not installed. Run: npm i -D esbuild\n",
    });
    for (const name of ["esbuild", "preact", "js-cookie"]) {
      symlinkSync(join(root, "node_modules", name), join(site, "node_modules", name));
    }
    expect(await run()).toMatchObject({ code: 0, err: "" });
  });

  it.each<[string, string[], number, RegExp]>([
    ["no place to write to", ["--config", fileOf(SITE_CONFIG)], 2, /^--out FILE is needed/],
    ["a language that is not there", ["--config", fileOf(SITE_CONFIG), "--out", "x.js", "--lang", "nl,tlh"], 2, /^language-unknown: .*"tlh"/],
    ["a signal that is not there", ["--config", fileOf({ ...SITE_CONFIG, signals: ["../nobody"] }), "--out", "x.js"], 1, /^signal-unavailable: .*nobody/],
    ["a signal that is none", ["--config", fileOf({ ...SITE_CONFIG, signals: ["gpc"] }), "--out", "x.js"], 1, /^signal-unavailable: .*gpc/],
  ])("answers %s with one message and its exit code", async (_what, args, code, message) => {
    const ended = await command(["bundle", ...args]);
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toMatch(message);
  });
});
