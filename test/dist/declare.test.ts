import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { command, fileOf } from "../util/command.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

/** Every kind of row: catalogue and own, each basis, a transfer, nothing stored, own words, markup. */
const CATALOGUE = {
  ...BASIC,
  categories: { performance: { name: "Metingen <b>&", description: "Eigen \"woorden\"" }, marketing: {} },
  services: {
    "google-analytics": { id: "G-TEST123" },
    cloudflare: { reason: "Houdt aanvallen tegen <script>alert(1)</script>" },
    econda: { basis: "legitimate-interest", reason: "Tellen | zonder herkennen" },
    "google-fonts": { category: "marketing", storage: [] },
  },
};
const OWN = {
  ...BASIC,
  services: [
    {
      id: "own",
      name: "Own *stars* & [links](javascript:alert(1))",
      category: "performance",
      purpose: "Our\n\n# own <img src=x onerror=alert(1)> words",
      provider: { name: "Acme <BV>", country: "NL" },
      privacyUrl: "https://acme.test/a b?q=\"<'>",
      storage: [
        { name: "a|b`c", medium: "cookie", purpose: "visitor", lifetime: "13 months" },
        { name: "<i>x</i>_*", medium: "localStorage", purpose: "| --- |", lifetime: "persistent" },
      ],
    },
  ],
};

await inOneEngine("consentry declare", (open) => {
  it.each([
    ["a catalogue in Dutch", CATALOGUE, "nl"],
    ["own services in Dutch", OWN, "nl"],
    ["own services in Arabic", OWN, "ar"],
  ])("writes for %s what the page would show", async (_what, config, lang) => {
    const { code, out } = await command(["declare", "--config", fileOf(config), "--lang", lang]);
    expect(code).toBe(0);
    const page = await open({
      lang,
      library: inline(config),
      body: `<div id="static">${out}</div><div id="live" data-consent-declaration></div>`,
    });
    const same = () =>
      page.evaluate(() => {
        const [written, shown] = ["static", "live"].map((id) => {
          const place = document.getElementById(id)!.firstElementChild?.cloneNode(true);
          // Line breaks between rows are for whoever reads the file.
          for (const node of (place as Element | undefined)?.querySelectorAll("*") ?? []) {
            for (const child of [...node.childNodes])
              if (child.nodeType == 3 && !child.textContent!.trim()) child.remove();
          }
          place?.normalize();
          return (place as Element | undefined)?.outerHTML.replace(/>\n</g, "><");
        });
        return shown ? (written == shown ? "same" : `${written}\n${shown}`) : "nothing";
      });
    await expect.poll(same).toBe("same");
    expect(await page.evaluate(() => document.querySelectorAll("#static script, #static img").length)).toBe(0);
    expect(await page.errors()).toEqual([]);
  });
});

it("writes the same words as Markdown that stays text", async () => {
  const { out } = await command(["declare", "--config", fileOf(OWN), "--format", "markdown", "--lang", "nl"]);
  expect(out).toContain("## Analyse\n");
  expect(out).toContain("### Own \\*stars\\* &amp; \\[links\\]\\(javascript:alert\\(1\\)\\)\n");
  expect(out).toContain("- Doel: Our \\# own &lt;img src=x onerror=alert\\(1\\)> words\n");
  expect(out).toContain("](<https://acme.test/a%20b?q=\"%3C'%3E>)");
  expect(out).toContain("| Naam | Soort | Doel | Bewaartermijn |\n| --- | --- | --- | --- |\n");
  expect(out).toContain("| a\\|b\\`c | cookie | Herkent de bezoeker | 13 maanden |\n");
  expect(out).toContain("| `<i>x</i>_*` | localStorage | \\| --- \\| | Tot u het verwijdert |\n");
});

it("writes to a file, and takes the configuration's language where none is asked for", async () => {
  const config = fileOf({ ...CATALOGUE, language: "de-AT" });
  const { code, out } = await command(["declare", "--config", config, "--out", `${config}.html`]);
  expect([code, out]).toEqual([0, ""]);
  expect(readFileSync(`${config}.html`, "utf8")).toMatch(/^<div lang="de" dir="ltr">[\s\S]*Speicherdauer/);
});

it.each<[string, string[], number, RegExp]>([
  ["no configuration", [], 2, /^--config FILE is needed/],
  ["a file that is not there", ["--config", "nowhere.json"], 3, /^config-unreadable: .*nowhere\.json/],
  ["what is not JSON", ["--config", fileOf("{")], 3, /^config-unreadable: /],
  ["a configuration without a controller", ["--config", fileOf({})], 1, /^controller-missing: /],
  ["a service that is not there", ["--config", fileOf({ ...BASIC, services: { nobody: {} } })], 1, /^service-unavailable: .*nobody/],
  ["a service of another folder", ["--config", fileOf({ ...BASIC, services: { "../lib/own": {} } })], 1, /^bad-id: /],
  ["a wrong option of a service", ["--config", fileOf({ ...BASIC, services: { hotjar: { id: "x y" } } })], 1, /^option-format: services\.hotjar\.id/],
  ["a language that is not there", ["--config", fileOf(BASIC), "--lang", "tlh"], 2, /^language-unknown: .*"tlh".* nl,/],
  ["a format that is none", ["--config", fileOf(BASIC), "--format", "pdf"], 2, /^--format/],
])("answers %s with one message and its exit code", async (_what, args, code, message) => {
  const ended = await command(["declare", ...args]);
  expect(ended).toMatchObject({ code, out: "" });
  expect(ended.err).toMatch(message);
  expect(ended.err.trim().split("\n")).toHaveLength(1);
});

it("starts fast: a command loads neither the catalogue nor the languages", () => {
  const file = "dist/node/cli.js";
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).not.toMatch(/Hotjar|Bewaartermijn/);
  expect(readFileSync("dist/node/declareCommand.js", "utf8")).not.toMatch(/Hotjar|Bewaartermijn/);
});
