import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cli, collect, start, type Running } from "./util/cli.ts";
import { lineOf } from "./util/collector.ts";
import { identity } from "./util/entries.ts";
import { ORIGIN, sealed } from "./util/records.ts";

let home: string;
const running: Running[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "consentry-attest-"));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end("SIGKILL")));
  rmSync(home, { recursive: true, force: true });
});
const run = async (starting: Promise<Running>) => {
  const one = await starting;
  running.push(one);
  return one;
};
const until = async (condition: () => Promise<boolean>) => {
  await expect.poll(condition, { timeout: 30_000 }).toBe(true);
};

describe("a log watched by a witness on another host", () => {
  it("shows what the witness saw, which verify can ask for", async () => {
    const site = ["--site", ORIGIN, "--interval", "1"];
    const first = await run(collect(site, home));
    await first.end();
    const args = ["witness", "--name", "witness.example/w1", "--log", first.vkey, "--port", "0"];
    const witness = await run(start(args, home));
    const log = await run(collect([...site, "--witness", `${witness.vkey}@${witness.url}`], home));
    const post = () =>
      fetch(`${log.url}/v1/records`, { method: "POST", body: lineOf(sealed()) }).then((it) =>
        it.text(),
      );
    await post();
    const shown = () => fetch(`${log.url}/checkpoint`).then((it) => it.text());
    await until(async () => (await shown()).includes("— witness.example/w1 "));
    await witness.end();
    await post();

    const verify = (...more: string[]) => cli(["verify", ...more, "--key", log.vkey], home);
    const live = await verify(log.url, "--witness", witness.vkey);
    expect(live).toMatchObject({ code: 0 });
    expect(live.out).toMatch(/Witness witness\.example\/w1 saw 1 entries on 20/);
    expect(await cli(["export", "--out", "log.jsonl"], home)).toMatchObject({ code: 0 });
    const file = await verify("log.jsonl", "--witness", witness.vkey);
    expect(file).toMatchObject({ code: 0 });
    expect(file.out).toContain("saw 1 entries");
    expect(file.out).toContain("2 entries, root");

    const stranger = identity("witness.example/w2").signers[0]!.vkey;
    const alone = await verify("log.jsonl", "--witness", witness.vkey, "--witness", stranger);
    expect(alone).toMatchObject({ code: 1 });
    expect(alone.out).toContain("1 have seen this log, not 2");
    const one = await verify(
      "log.jsonl",
      "--witness",
      witness.vkey,
      "--witness",
      stranger,
      "--quorum",
      "1",
    );
    expect(one).toMatchObject({ code: 0 });
    writeFileSync(join(home, "ca.pem"), "not a certificate");
    expect(await verify("log.jsonl", "--tsa", "ca.pem")).toMatchObject({ code: 2 });
  });
});
