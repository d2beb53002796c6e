import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { serverPath } from "../../scripts/servers.mjs";
import { writePhp } from "../../src/build/policy/writePhp.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import type { Options } from "../../src/core/config/options.ts";
import { createPermits, readConsent } from "../../src/entries/server.ts";
import { cookieOf } from "./cookieOf.ts";

const own = { storage: [] };
const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  revision: 3,
  services: [
    { id: "stats", name: "Stats", category: "performance", ...own },
    { id: "heat", name: "Heat", category: "performance", ...own },
    { id: "ads", name: "Ads", category: "marketing", ...own },
    {
      id: "fraud",
      name: "Fraud",
      category: "performance",
      basis: "legitimate-interest",
      reason: "Keeps bots out.",
      ...own,
    },
    { id: "shield", name: "Shield", category: "necessary", reason: "Serves the page.", ...own },
  ],
};
const IDS = ["performance", "marketing", "stats", "heat", "ads", "fraud", "shield", "necessary"];
const QUESTIONS = [...IDS, ...IDS.map((id) => `!${id}`), "stats ads", "!marketing stats", "", "x"];

/** Cookie headers of all kinds: those that count, and those that are almost one. */
function headers(): string[] {
  const choice = fc.dictionary(
    fc.constantFrom("performance", "marketing", "stats", "ads", "fraud"),
    fc.boolean(),
  );
  const given = fc
    .sample(choice, { numRuns: 150, seed: 7 })
    .map((choices) => cookieOf(OPTIONS, choices));
  const all = cookieOf(OPTIONS, { performance: true, marketing: true });
  const old = Math.floor(Date.now() / 1000) - 181 * 86_400;
  return [
    ...given,
    ...given.slice(0, 20).map((text) => `a=1;${text};  b=2`),
    ...given
      .slice(0, 20)
      .map((text) => text.replaceAll("&", "%26").replaceAll("=", "%3D").replace("%3D", "=")),
    ...[...all].map((_sign, at) => all.slice(0, at) + all.slice(at + 1)),
    ...[...all].map((_sign, at) => `${all.slice(0, at)}z${all.slice(at + 1)}`),
    ...[
      "",
      "consentry=",
      `${all}; ${all}`,
      `${all}; consentry=x`,
      `x${all}`,
      `${all}%0A`,
      `${all}%ff`,
      `${all}%`,
    ],
    ...[
      all.replace(/t=\d+/, `t=${old}`),
      all.replace(/t=\d+/, "t=99999999999"),
      all.replace("no=", "no=ads+stats"),
    ],
    cookieOf({ ...OPTIONS, revision: 2 }, { performance: true, marketing: true }),
    cookieOf({ ...OPTIONS, controller: { name: "Other" } }, { performance: true, marketing: true }),
  ];
}

const installed = [serverPath("php")].filter((path) => path != undefined);
if (!installed.length) console.warn("php is not installed: its test is left out.");
const folder = mkdtempSync(join(tmpdir(), "consentry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what a server asks of a cookie", () => {
  const cases = headers();
  const permits = createPermits(OPTIONS);

  it("is answered in TypeScript as a page is", () => {
    for (const header of cases) {
      const { permits: asked } = readConsent(header, OPTIONS);
      for (const ids of QUESTIONS)
        expect(permits(header, ids), `${ids} of ${header}`).toBe(asked(ids));
    }
    expect(permits(null, "necessary")).toBe(true);
    expect(
      permits(
        cases.find((text) => permits(text, "stats"))!,
        "stats",
      ),
    ).toBe(true);
  });

  it.each(installed)("is answered in PHP alike, and never wider (%s)", (php) => {
    writeFileSync(join(folder, "consentry.php"), writePhp(parseGate(OPTIONS, () => {})));
    writeFileSync(
      join(folder, "ask.php"),
      `<?php error_reporting(E_ALL); set_error_handler(function ($no, $text) { throw new Exception($text); });
      require __DIR__ . '/consentry.php';
      [$cases, $questions] = json_decode(stream_get_contents(STDIN), true);
      echo json_encode(array_map(fn ($case) => array_map(fn ($ids) => consentry_permits($ids, $case), $questions), $cases));`,
    );
    const input = JSON.stringify([cases, QUESTIONS]);
    const { stdout, stderr } = spawnSync(php, [join(folder, "ask.php")], {
      input,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const answers = JSON.parse(stdout) as boolean[][];
    let granted = 0;
    cases.forEach((header, row) => {
      // A choice that counts for one category alone counts for none here.
      const counts = readConsent(header, OPTIONS).state.pending.length == 0;
      QUESTIONS.forEach((ids, column) => {
        const answer = answers[row]![column]!;
        if (answer) granted++;
        const wanted = counts && permits(header, ids);
        expect(answer, `${ids} of ${header}`).toBe(wanted);
      });
    });
    expect(granted).toBeGreaterThan(500);
  });
});
