import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeEvidence } from "../../src/audit/live/writeEvidence.ts";
import { makeReport } from "../../src/audit/report/makeReport.ts";
import { run } from "../../src/cli/run.ts";
import { keyFile } from "../../src/collector/note/keyFile.ts";
import { createSigner } from "../../src/collector/note/signer.ts";

const folder = mkdtempSync(join(tmpdir(), "consentry-evidence-"));
afterAll(() => rmSync(folder, { recursive: true }));

const report = makeReport(
  { open: [], accepted: [], expired: [], gone: [] },
  {
    library: "0.1.0",
    at: "2026-11-28T20:00:00.000Z",
    target: "https://shop.example/",
    kind: "live",
    finished: true,
    unread: [],
    files: 0,
    pages: 1,
    visits: [
      {
        page: "https://shop.example/",
        state: "undecided",
        verdict: "finished",
        took: 10,
        requests: [],
        stored: [],
        screenshot: `data:image/jpeg;base64,${Buffer.from("picture").toString("base64")}`,
      },
    ],
  },
);

async function verify(at: string, ...more: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const code = await run(["verify", at, ...more], {
    out: (text) => void (out += text),
    err: () => {},
    watched: false,
    env: {},
    asked: new Promise(() => {}),
  });
  return { code, out };
}

it("evidence is checked file by file, and its manifest by the collector's key", async () => {
  const signer = createSigner("shop.example/log", keyFile(join(folder, "key.pem")));
  const stranger = createSigner("shop.example/log", keyFile(join(folder, "other.pem")));
  const at = join(folder, "evidence");
  await writeEvidence(at, report, (text) => `${text}\n${signer.line(text)}`);
  expect(readFileSync(join(at, "pictures/001.jpg"), "utf8")).toBe("picture");
  expect(await verify(at)).toMatchObject({ code: 0 });
  expect(await verify(at, "--key", signer.vkey)).toMatchObject({ code: 0 });
  expect((await verify(at, "--key", signer.vkey)).out).toContain("signed by shop.example/log");
  expect(await verify(at, "--key", stranger.vkey)).toMatchObject({ code: 1 });

  writeFileSync(join(at, "report.html"), "<p>all is well</p>");
  const changed = await verify(at, "--key", signer.vkey);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain("report.html was changed");
  rmSync(join(at, "report.html"));
  expect((await verify(at)).out).toContain("report.html is missing");
});

it("evidence without a key is hashed all the same", async () => {
  const at = join(folder, "plain");
  await writeEvidence(at, report, (text) => text);
  expect((await verify(at)).out).toContain("4 files are as they were written");
  const file = join(at, "manifest.txt");
  writeFileSync(file, readFileSync(file, "utf8").replace("  report.json", "  ../../etc/passwd"));
  expect(await verify(at)).toMatchObject({ code: 1 });
  writeFileSync(file, "nothing");
  expect(await verify(at)).toMatchObject({ code: 1 });
});
