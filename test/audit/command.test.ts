import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { RULES } from "../../src/audit/rules.ts";
import type { AuditReport } from "../../src/audit/report/auditReport.ts";
import { violations, type Schema } from "./schema.ts";
import { toHtml } from "../../src/audit/report/toHtml.ts";
import { toJunit } from "../../src/audit/report/toJunit.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "consentry-command-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one command line in this process. */
async function ran(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    watched: false,
    env: {},
    asked: new Promise(() => {}),
  });
  return { code, out, err };
}
const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const audit = (...args: string[]) => ran("audit", folder, ...args);
const PAGE = `<!doctype html><title>x</title>
<script src="https://static.hotjar.com/c/hotjar-123456.js"></script>
<script>fbq('init', '1234567890');</script>
<img src="https://cdn.elsewhere.test/<b>.png">`;

it("ends with 0 where nothing is wrong, 1 with findings, 2 and 3 as every command", async () => {
  put("index.html", "<p>Nothing</p>");
  expect(await audit()).toMatchObject({ code: 0, err: "" });
  put("index.html", PAGE);
  expect((await audit()).code).toBe(1);
  expect(await audit("--format", "pdf")).toMatchObject({ code: 2 });
  expect(await ran("audit")).toMatchObject({ code: 2 });
  expect(await ran("audit", join(folder, "nowhere"))).toMatchObject({ code: 3 });
  put("baseline.json", "{}");
  expect(await audit("--baseline", join(folder, "baseline.json"))).toMatchObject({ code: 3 });
  put("consent.json", "{");
  expect(await audit()).toMatchObject({ code: 3 });
  put("consent.json", `{"controller":{"name":"Acme"},"days":"long"}`);
  expect(await audit()).toMatchObject({ code: 1, out: "" });
});

it("shows file, line and column, the service, what to write, and the clause", async () => {
  put("index.html", PAGE);
  const { out } = await audit();
  expect(out).toContain(
    [
      "✗ index.html:2:1  service-unmarked",
      "  This script asks Hotjar (performance) before anyone was asked.",
      "  https://static.hotjar.com/c/hotjar-123456.js",
      '  Fix: Write type="text/plain" data-consent="hotjar" and data-src for src.',
      `  ${RULES["service-unmarked"].clause}`,
    ].join("\n"),
  );
  expect(out).toContain("1 file: 2 errors, 1 warning, 0 notes.");
  expect(out).toContain("calls no site lawful");
});

it("writes JSON with every part, and SARIF that points at the line", async () => {
  put("index.html", PAGE);
  const report = JSON.parse((await audit("--format", "json")).out) as AuditReport;
  expect(report).toMatchObject({ schema: "consentry-audit/1", kind: "files", finished: true });
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/audit-report.schema.json"), "utf8"),
  ) as Schema;
  expect(violations(report, schema, schema)).toEqual([]);
  const [one, ...others] = report.findings;
  const { id: _, ...nameless } = one!;
  expect(violations({ ...report, findings: [nameless, ...others] }, schema, schema)).toEqual([
    "$.findings[0].id lacks",
  ]);
  expect(report.questions.length).toBeGreaterThan(8);
  expect(report.blind.length).toBeGreaterThan(3);
  const sarif = JSON.parse((await audit("--format", "sarif")).out) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        partialFingerprints: object;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
      }[];
    }[];
  };
  expect(sarif.version).toBe("2.1.0");
  const [first] = sarif.runs;
  for (const { ruleId, ruleIndex, level } of first!.results) {
    expect(first!.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(["error", "warning", "note"]).toContain(level);
  }
  expect(first!.results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: "index.html", uriBaseId: "%SRCROOT%" },
    region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 60 },
  });
  const junit = (await audit("--format", "junit")).out;
  expect(junit).toContain('<testcase name="service-unmarked" classname="consentry.audit">');
  expect(junit).toContain("&lt;b&gt;.png");
  expect(junit).toMatch(/<testsuites tests="\d+" failures="2" errors="0">/);
});

it("shows what a page says as text, in a report that runs nothing", async () => {
  put("index.html", PAGE);
  const html = (await audit("--format", "html")).out;
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<b>\.png|javascript:|\son\w+=/i);
  expect(html).toContain("&lt;b&gt;.png");
  const hostile = JSON.parse((await audit("--format", "json")).out) as AuditReport;
  hostile.findings[0]!.message = `"'><script>alert(1)</script>\u0000\ud800`;
  expect(toHtml(hostile)).not.toContain("<script>");
  expect(toJunit(hostile)).not.toMatch(/[\u0000\ud800]|<script>/);
});

it("takes a baseline with reasons and last days, and says when one has ended", async () => {
  put("index.html", PAGE);
  const file = join(folder, "accepted.json");
  expect((await audit("--write-baseline", file)).code).toBe(1);
  const written = JSON.parse(readFileSync(file, "utf8")) as { accepted: Record<string, string>[] };
  expect(written.accepted).toHaveLength(3);
  expect(await audit("--baseline", file)).toMatchObject({
    code: 3,
    err: "accepted[0] gives no reason.\n",
  });
  for (const entry of written.accepted) entry["reason"] = "Is replaced next month";
  writeFileSync(file, JSON.stringify(written));
  const passed = await audit("--baseline", file);
  expect(passed.code).toBe(0);
  expect(passed.out).toContain("3 accepted by the baseline");
  put("index.html", `<!-- a line more -->\n\n${PAGE}`);
  expect((await audit("--baseline", file)).code).toBe(0);
  written.accepted[0]!["until"] = "2026-01-31";
  writeFileSync(file, JSON.stringify(written));
  const ended = await audit("--baseline", file);
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("ended on 2026-01-31: it counts again");
});

it("writes a configuration with the ids of the snippets, which a page can take", async () => {
  put("index.html", PAGE);
  expect((await audit("--init", "--dry-run")).err).toContain('"hotjar"');
  const { err } = await audit("--init");
  const path = join(folder, "consent.json");
  const config = JSON.parse(readFileSync(path, "utf8")) as { services: object };
  expect(config.services).toEqual({ hotjar: {}, "meta-pixel": { id: "1234567890" } });
  expect(err).toContain("The library starts meta-pixel itself: delete their snippets");
  expect(err).toContain("data-config");
  // What a person wrote stays.
  writeFileSync(
    path,
    JSON.stringify({ controller: { name: "Acme" }, services: { hotjar: { id: 7 } } }),
  );
  await audit("--init");
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
    controller: { name: "Acme" },
    services: { hotjar: { id: 7 }, "meta-pixel": { id: "1234567890" } },
  });
  expect((await ran("declare", "--config", path, "--format", "markdown")).code).toBe(0);
});

it("marks in place and shows the diff; a dry run writes nothing", async () => {
  put("index.html", PAGE);
  const dry = await audit("--fix", "--dry-run");
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe(PAGE);
  expect(dry).toMatchObject({ code: 1 });
  const { code, err } = await audit("--fix");
  expect(err).toContain('+<script type="text/plain" data-consent="meta-pixel">fbq');
  expect(dry.err.split("3 of 3")[0]).toBe(err.split("3 of 3")[0]);
  expect(code).toBe(0);
  expect(await audit("--fix")).toMatchObject({
    code: 0,
    err: "0 of 0 findings in 0 files are marked now.\n",
  });
});

it("writes a module's type before its data-type, which plugins that delay scripts take for the type", async () => {
  put("index.html", PAGE.replace("<script>fbq", '<script defer type="module" id="fb">fbq'));
  const { err } = await audit("--fix");
  expect(err).toContain(
    '+<script data-consent="meta-pixel" defer type="text/plain" data-type="module" id="fb">fbq',
  );
});

it("believes the configuration: hosts of what needs no consent, and ids that a mark may name", async () => {
  put(
    "consent.json",
    JSON.stringify({
      controller: { name: "Acme" },
      categories: ["performance"],
      services: [
        {
          id: "cdn",
          name: "CDN",
          category: "necessary",
          reason: "Serves the page",
          hosts: ["cdn.elsewhere.test"],
          storage: [],
        },
      ],
    }),
  );
  put(
    "index.html",
    `<script src="https://cdn.elsewhere.test/a.js"></script>
<script type="text/plain" data-consent="performence" data-src="https://x.test/a.js"></script>`,
  );
  const report = JSON.parse((await audit("--format", "json")).out) as AuditReport;
  expect(report.findings.map(({ rule, what }) => `${rule} ${what}`)).toEqual([
    "unknown-id performence",
  ]);
});

it("takes the configuration that the start page carries, or the file that it names", async () => {
  const config = {
    controller: { name: "Acme" },
    services: [
      {
        id: "cdn",
        name: "CDN",
        category: "necessary",
        reason: "Serves the page",
        hosts: ["cdn.elsewhere.test"],
        storage: [],
      },
    ],
  };
  const page = `<img src="https://cdn.elsewhere.test/a.png">`;
  put("index.html", page);
  expect((await audit()).code).toBe(1);
  const text = JSON.stringify(config);
  put(
    "index.html",
    `<script type="application/json" id="consentry-config">${text}</script>${page}`,
  );
  expect((await audit()).code).toBe(0);
  put("own.json", text);
  put("index.html", `<script src="/consentry.js" data-config="/own.json"></script>${page}`);
  expect((await audit()).code).toBe(0);
});

it("takes hosts of the folder's own addresses, and those that are named, for the site's own", async () => {
  put("CNAME", "www.acme.test\n");
  put("index.html", `<img src="https://img.acme.test/a.png"><img src="https://cdn.b.test/a.png">`);
  expect((await audit()).code).toBe(1);
  expect((await audit("--own", "*.b.test")).code).toBe(0);
});
