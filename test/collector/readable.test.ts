import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLog } from "../../src/collector/log/checkLog.ts";
import { sqliteStore } from "../../src/collector/sqlite/sqliteStore.ts";
import { cli, MAIN, NODE } from "./util/cli.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { chain, sealed } from "./util/records.ts";

let home: string;
const nasty = "<img src=x onerror=alert(1)>";
const words = noticeOf(
  JSON.stringify({
    language: "en",
    controller: { name: "Acme BV" },
    texts: {
      "banner.title": `May we? ${nasty}`,
      "banner.text": "{controller} asks for {purposes}.",
      "action.accept": "Accept all",
      "action.reject": "Reject all",
      "action.settings": "Settings",
    },
    categories: [{ id: "performance", name: "Statistics", on: false, services: [] }],
  }),
);
const mine = chain(3, { notice: Buffer.from(words.hash).toString("hex") });
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "consentry-readable-"));
  const store = await sqliteStore({ path: join(home, "consentry.db") });
  const log = identity();
  await checkLog(store, log);
  await append(store, log, [entryOf(mine[0]!)]);
  await append(store, log, [words, ...mine.slice(1).map(entryOf)]);
  for (let i = 0; i < 30; i++) {
    await append(store, log, [entryOf(sealed({ controller: "red\u001b[31m" }))]);
  }
  await store.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("what someone agreed to, when, and in which words", () => {
  it("is answered in words, with the check of each record", async () => {
    const { code, out } = await cli(["export", "--subject", mine[2]!.id, "--format", "text"], home);
    expect(code).toBe(0);
    expect(out).toContain("Every entry is in the signed log, as it stands here.");
    expect(out.split("UTC: consent given")).toHaveLength(4);
    expect(out).toContain(mine[0]!.subject);
    expect(out).toContain("Allowed:                necessary, Statistics (performance)");
    expect(out).toContain("  | Acme BV asks for Statistics.");
    expect(out).toContain("  | [ Accept all ]  [ Reject all ]  [ Settings ]");
  });

  it("is answered as a page in which nothing of a record is markup", async () => {
    const { out } = await cli(["export", "--subject", mine[0]!.subject, "--format", "html"], home);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain("default-src 'none'");
    expect(out).not.toContain(nasty);
    expect(out).toContain("&#60;img src=x");
    expect(out.match(/<h2>/g)).toHaveLength(3);
  });

  it("steers no terminal, and says where the words are not there", async () => {
    const { out } = await cli(["export", "--format", "text"], home);
    expect(out).toContain("The text of what was shown is not in the log.");
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("may be cut off by who reads: no word about it", async () => {
    const child = spawn(NODE, [MAIN, "export"], { cwd: home });
    let err = "";
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    child.stdout.destroy();
    const [code] = (await once(child, "close")) as [number];
    expect([code, err]).toEqual([0, ""]);
  });
});
