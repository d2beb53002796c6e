import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditReport } from "../../src/audit/report/auditReport.ts";
import { run } from "../../src/cli/run.ts";
import { SITE, startNetwork, type TestNetwork } from "../pages/server.ts";

let network: TestNetwork;
const folder = mkdtempSync(join(tmpdir(), "consentry-declare-"));
beforeAll(async () => {
  network = await startNetwork();
});
afterAll(async () => {
  await network.close();
  rmSync(folder, { recursive: true });
});

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

const YEAR_S = 31_536_000;
const CONFIG = {
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
  services: {
    hotjar: {},
    basket: {
      name: "Basket",
      category: "necessary",
      reason: "Keeps what you put into it",
      storage: [{ name: "basket", medium: "cookie", purpose: "state", lifetime: "1 day" }],
    },
  },
};
/** Stores what the table has, what others know, and what no one knows. */
const PAGE = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
<script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>
<script defer src="/dist/consentry.js"></script>
<script>document.cookie = "basket=1; path=/; max-age=${YEAR_S}";</script>
<script type="text/plain" data-consent="hotjar" data-src="https://static.hotjar.com/c/hotjar-1.js"></script>
<script type="text/plain" data-consent="performance">
document.cookie = "_clck=1; path=/; max-age=${YEAR_S}";
document.cookie = "BCSessionID=1; path=/; max-age=${YEAR_S}";
localStorage.setItem("secret_number", "1");
</script><p>Shop <a href="#cookie-settings">Cookie settings</a></p></html>`;

it("compares the table with what a page stores, and renews the configuration", async () => {
  network.route(`${SITE}/declare/`, PAGE);
  network.route("https://static.hotjar.com/c/hotjar-1.js", {
    body: "",
    headers: {
      "content-type": "text/javascript",
      "set-cookie": `_hjServer=1; Path=/; Max-Age=${90 * 86_400}; Secure; SameSite=None; HttpOnly`,
    },
  });
  const path = join(folder, "consent.json");
  const written = `${JSON.stringify(CONFIG, null, 2)}\n`;
  writeFileSync(path, written);
  const address = `${SITE}/declare/`;
  const { err, out } = await ran(
    ...["audit", address, "--declare", "--config", path, "--proxy", network.proxy],
    ...["--format", "json"],
  );
  expect(err).toContain("--- a/consent.json\n+++ b/consent.json\n");
  expect(err).toContain('-          "lifetime": "1 day"\n+          "lifetime": "1 year"');
  const { services } = JSON.parse(readFileSync(path, "utf8")) as {
    services: Record<string, Record<string, unknown>>;
  };
  expect(services["basket"]!["storage"]).toEqual([
    { name: "basket", medium: "cookie", purpose: "state", lifetime: "1 year" },
  ]);
  // By the host that set it.
  expect(services["hotjar"]!["erase"]).toEqual([
    {
      name: "_hjServer",
      medium: "cookie",
      purpose: "recording",
      lifetime: "90 days",
      party: "third",
      httpOnly: true,
    },
  ]);
  // By the catalogue, which has all its names.
  expect(services["microsoft-clarity"]).toEqual({});
  expect(err).toContain("cookie _clck: new service microsoft-clarity, because Microsoft Clarity");
  // By the Open Cookie Database.
  expect(services["blueconic-com"]).toEqual({
    name: "Blueconic.com",
    category: "marketing",
    storage: [
      { name: "BCSessionID", medium: "cookie", purpose: "advertising", lifetime: "1 year" },
    ],
  });
  // By no one.
  expect(err).toMatch(/By hand: localStorage secret_number, .*no one knows it\./);
  expect(err).toMatch(/Declared and not seen: hotjar, \d+ of \d+: cookie _hjSessionUser_\*,/);
  const { findings } = JSON.parse(out) as AuditReport;
  const about = (rule: string): string[] =>
    findings.filter((one) => one.rule == rule).map(({ what }) => what);
  expect(about("longer-than-declared")).toEqual([]);
  const unseen = findings.filter(({ rule }) => rule == "declared-unseen");
  expect(unseen.map(({ level, service }) => `${level} ${service}`)).toEqual(["note hotjar"]);
  expect(unseen[0]!.message).toMatch(/hotjar declares what was not seen .*_hjSessionUser_\*,/);
  expect(unseen[0]!.fix).toContain("Vendors' hits were held");
  expect(about("storage-undeclared")).toEqual(["localStorage secret_number"]);
  // The table of the policy says it.
  const table = await ran("declare", "--config", path, "--format", "markdown");
  expect(table.out).toContain(
    "| `BCSessionID` | cookie | Measures and shows advertising | 1 year |",
  );
  expect(table.out).toContain("| `basket` | cookie | Keeps the state of the visit | 1 year |");
});

it("needs a page and a file to compare", async () => {
  expect(await ran("audit", folder, "--declare")).toMatchObject({
    code: 2,
    err: "--declare compares with what a browser stores: audit the site's address.\n",
  });
  expect(await ran("audit", SITE, "--declare")).toMatchObject({
    code: 2,
    err: "--declare renews a file: name it with --config.\n",
  });
});
