import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cli, collect, type Running } from "../collector/util/cli.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const RECORDS = `${SITE}/consent/v1/records`;

await inOneEngine("the story of a record, from the click to the auditor", (open, network) => {
  let home: string;
  let running: Running;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "consentry-story-"));
  });
  afterEach(async () => {
    await running.end("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  });

  it("is sealed in a page, stored, kept through a crash, exported and verified; one changed byte is named", async () => {
    running = await collect(["--site", SITE], home);
    const { vkey } = running;
    network.route(RECORDS, async ({ body, headers }) => {
      try {
        const { origin = "", "content-type": type = "" } = headers;
        const answer = await fetch(`${running.url}/v1/records`, {
          method: "POST",
          body,
          headers: { Origin: origin, "Content-Type": type },
        });
        return { status: answer.status, body: await answer.text() };
      } catch {
        return { broken: true }; // It is down.
      }
    });
    const page = await open({ library: inline({ ...BASIC, collector: RECORDS }) });
    const waits = async () => (await page.stored()).local.includes("consentry:outbox");
    const kept = () =>
      page.evaluate(async () =>
        (await Consentry.current!.proof.records()).map(({ id, event }) => ({ id, event })),
      );
    await page.choose("accept-all");
    await expect.poll(waits).toBe(true);
    await expect.poll(waits).toBe(false);

    await running.end("SIGKILL");
    await page.evaluate(() => Consentry.current!.save({ performance: false }));
    await expect.poll(waits).toBe(true);
    running = await collect(["--site", SITE], home);
    expect(running.vkey).toBe(vkey);
    await page.reload();
    await expect.poll(waits).toBe(false);
    const records = await kept();
    expect(records.map(({ event }) => event)).toEqual(["given", "withdrawn"]);

    expect(await cli(["export", "--out", "log.jsonl"], home)).toMatchObject({ code: 0, err: "" });
    const log = readFileSync(join(home, "log.jsonl"), "utf8");
    for (const { id } of records) expect(log.split(id)).toHaveLength(2);
    const verify = () => cli(["verify", "log.jsonl", "--key", vkey], home);
    const good = await verify();
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toContain("2 records");

    const at = log.indexOf(records[1]!.id) + 3;
    const other = log[at] == "x" ? "y" : "x";
    writeFileSync(join(home, "log.jsonl"), log.slice(0, at) + other + log.slice(at + 1));
    const bad = await verify();
    expect(bad.code).toBe(1);
    // Entry 0 is the notice that both records name.
    expect(bad.out).toContain("First bad entry: 2.");
  });
});
