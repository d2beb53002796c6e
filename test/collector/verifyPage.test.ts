import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchOptions } from "../../scripts/browsers.mjs";
import { verifyPageHtml } from "../../src/verify/page/verifyPageHtml.ts";
import { exportLines } from "../../src/collector/export/exportLines.ts";
import { bench } from "./util/collector.ts";
import { append, entryOf, noticeOf } from "./util/entries.ts";
import { chain, sealed } from "./util/records.ts";
import { all, exported } from "./util/verified.ts";

let home: string;
let browser: Browser;
let page: Page;
let vkey: string;
const asked: string[] = [];
const violations: string[] = [];
const file = (name: string) => join(home, name);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "consentry-page-"));
  copyFileSync("dist/verify.html", file("verify.html"));

  const desk = await bench();
  vkey = desk.log.signers[0]!.vkey;
  await append(desk.store, desk.log, chain(3).map(entryOf));
  writeFileSync(file("kept.txt"), (await desk.store.head()).note);
  const nasty = sealed({
    controller: "<img src=x onerror=alert(1)>",
    language: "</output><script>",
  });
  await append(desk.store, desk.log, [entryOf(nasty)]);
  const text = (await exported(desk.store, desk.log)).join("\n");
  writeFileSync(file("good.jsonl"), text);
  writeFileSync(file("bad.jsonl"), text.replace("accept-all", "reject-all"));
  const words = noticeOf(
    JSON.stringify({ texts: { "banner.title": "May we count visits?", "banner.text": "Please." } }),
  );
  const worded = sealed({ notice: Buffer.from(words.hash).toString("hex") });
  await append(desk.store, desk.log, [words, entryOf(worded)]);
  const part = exportLines(desk.store, { subject: worded.subject });
  writeFileSync(file("worded.jsonl"), (await all(part)).join("\n"));
  await desk.remove();

  browser = await chromium.launch((await launchOptions("chromium")) ?? {});
  const context = await browser.newContext({ offline: true });
  page = await context.newPage();
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => violations.push(message.text()));
  await page.goto(pathToFileURL(file("verify.html")).href);
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

const check = async (name: string, keys: string, checkpoint?: string) => {
  await page.getByLabel("File to check").setInputFiles(file(name));
  await page.getByLabel("Key of the log").fill(keys);
  await page.getByLabel("Checkpoint kept").setInputFiles(checkpoint ? file(checkpoint) : []);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  const output = page.locator("output[data-ok]");
  await output.waitFor();
  return { ok: await output.getAttribute("data-ok"), words: await output.textContent() };
};

describe("the verifier page, opened from a folder with the network off", () => {
  it("says that a good export is good, and a changed one where it is not", async () => {
    const good = await check("good.jsonl", vkey, "kept.txt");
    expect(good).toMatchObject({ ok: "true" });
    expect(good.words).toContain("nothing in it was altered");
    expect(good.words).toContain("4 entries");
    const bad = await check("bad.jsonl", vkey);
    expect(bad).toMatchObject({ ok: "false" });
    expect(bad.words).toContain("First bad entry: 0.");
  });

  it("shows beneath the verdict what each record says, and the words that were shown", async () => {
    await check("good.jsonl", vkey);
    const records = page.getByRole("region", { name: "Records in this file" });
    expect(await records.getByRole("heading").count()).toBe(4);
    const text = await records.innerText();
    expect(text).toContain("consent given");
    expect(text).toMatch(/Refused\s+marketing/);
    // What stands in a record is text here.
    expect(text).toContain("<img src=x onerror=alert(1)>");
    expect(text).toContain("not in this file");
    await check("worded.jsonl", vkey);
    expect(await records.locator("pre").innerText()).toContain("May we count visits?");
  });

  it("warns when no one vouches for the key, and refuses a malformed one", async () => {
    expect((await check("good.jsonl", "")).words).toContain("came with the data");
    expect(await check("good.jsonl", "abc")).toMatchObject({ ok: "false" });
    expect(await check("kept.txt", vkey)).toMatchObject({
      ok: "false",
      words: "Not as it was signed. This is not an export.\n",
    });
  });

  it("asks the network for nothing, and runs under its own strict policy", async () => {
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(violations).toEqual([]);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.body.append(script);
      return "injected" in window;
    });
    expect(ran).toBe(false);
    const sent = page.evaluate(() => fetch("data:text/plain,x").then(() => "sent"));
    await expect(sent).rejects.toThrow("Failed to fetch");
  });
});

describe("the page's frame", () => {
  it("refuses a script that would end its own element", () => {
    expect(() => verifyPageHtml('"</script>"')).toThrow("end its own element");
  });
});
