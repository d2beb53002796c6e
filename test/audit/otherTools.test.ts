// Other consent tools as they come from npm, found by autoconsent's rules as they come from theirs.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { type Autoconsent, loadAutoconsent } from "../../src/audit/live/autoconsent.ts";
import { auditPage } from "../../src/audit/live/auditPage.ts";
import type { PageAudit } from "../../src/audit/live/job.ts";
import { openVisitor, type Visitor } from "../../src/audit/live/visitor.ts";
import { SITE } from "../pages/server.ts";
import { liveOptions, openLive } from "./live.ts";

/** `npm test` looks for the buttons; `npm run audit:corpus` looks at all states. */
const ALL = process.env["CONSENTRY_AUDIT"] == "all";
const PEERS = installed("test/packages/peers");
const live = openLive();
const PIXEL = "https://cdn.elsewhere.test/pixel.gif";
/** What every page here does wrong: whatever a visitor chooses, a third party hears of it. */
const LOAD = `document.body.append(Object.assign(new Image(), { src: "${PIXEL}" }))`;

interface Tool {
  /** As autoconsent's rule calls it. */
  name: string;
  /** Folder of its package that is served below `/tool/`. */
  folder: string;
  html: string;
  /** What an audit says that finds its buttons, beside the defect. */
  rules: readonly string[];
}

/** vanilla-cookieconsent, with words that stand in no list. */
const vanilla = (
  refusing: string,
): string => `<link rel="stylesheet" href="/tool/cookieconsent.css">
<script src="/tool/cookieconsent.umd.js"></script><script>
const words = { title: "Cookies", description: "Shall we? <a href='/privacy'>Privacy</a>", acceptAllBtn: "Onwards", ${refusing} };
CookieConsent.run({
  hideFromBots: false,
  categories: { necessary: { readOnly: true, enabled: true }, ads: {} },
  onFirstConsent: () => ${LOAD},
  language: { default: "en", translations: { en: {
    consentModal: words,
    preferencesModal: { ...words, acceptNecessaryBtn: "Not today", savePreferencesBtn: "Keep", sections: [] } } } },
});</script>`;

const TOOLS: readonly Tool[] = [
  {
    name: "cookieconsent3",
    folder: "vanilla-cookieconsent/dist",
    html: vanilla('acceptNecessaryBtn: "Not today"'),
    rules: ["no-way-back"],
  },
  {
    name: "cookieconsent3",
    folder: "vanilla-cookieconsent/dist",
    // The first layer only accepts: the refusal is one layer deeper.
    html: vanilla('showPreferencesBtn: "Hm"'),
    rules: ["no-reject", "no-way-back"],
  },
  {
    name: "tarteaucitron deny",
    folder: "tarteaucitronjs",
    html: `<script src="/tool/tarteaucitron.js"></script><script>
      tarteaucitron.init({ cookieName: "tarteaucitron", highPrivacy: true, AcceptAllCta: true, DenyAllCta: true, orientation: "bottom", privacyUrl: "/privacy" });
      (tarteaucitron.job = tarteaucitron.job || []).push("youtube", "vimeo");
      document.addEventListener("youtube_disallowed", () => ${LOAD});</script>`,
    rules: [],
  },
  {
    name: "Klaro",
    folder: "klaro/dist",
    html: `<link rel="stylesheet" href="/tool/klaro.css"><script>
      var klaroConfig = { acceptAll: true, privacyPolicy: "/privacy", services: [{ name: "ads", purposes: ["advertising"] }] };
      addEventListener("click", ({ target }) => { if (target.closest(".cn-decline")) ${LOAD}; }, true);</script>
      <script src="/tool/klaro.js"></script>`,
    // Its green stands out 3.3 to 1, its grey 1.9 to 1.
    rules: ["buttons-unequal", "no-way-back"],
  },
];

function serve({ folder, html }: Tool): string {
  const at = join(PEERS, folder);
  for (const file of readdirSync(at, { recursive: true }) as string[]) {
    const type = file.endsWith(".css") ? "text/css" : "text/javascript";
    if (!/\.(?:css|js)$/.test(file)) continue;
    live.network().route(`${SITE}/tool/${file.replaceAll("\\", "/")}`, {
      body: readFileSync(join(at, file)),
      headers: { "content-type": type },
    });
  }
  const url = `${SITE}/with-tool/`;
  live
    .network()
    .route(url, `<!doctype html><html lang="en"><title>Shop</title><body><p>Shop</p>${html}`);
  return url;
}

async function audit(tool: Tool, autoconsent: Autoconsent): Promise<PageAudit> {
  return auditPage(await live.browser(), serve(tool), liveOptions("", { autoconsent }));
}
const rulesOf = ({ findings }: PageAudit): string[] => [
  ...new Set(findings.filter(({ level }) => level == "error").map(({ rule }) => rule)),
];

/** Package and rules as their owners publish them. */
const rules = (): Autoconsent => loadAutoconsent([pathToFileURL(join(PEERS, "x.js")).href])!;

async function visit<Result>(
  tool: Tool,
  autoconsent: Autoconsent | null,
  run: (visitor: Visitor) => Promise<Result>,
): Promise<Result> {
  const options = liveOptions("", { autoconsent });
  const visitor = await openVisitor(await live.browser(), serve(tool), options);
  try {
    await visitor.come();
    return await run(visitor);
  } finally {
    await visitor.close();
  }
}

it("finds buttons by a tool's rule whose words stand in no list, and refuses through a second layer", async () => {
  const [first, second] = TOOLS as [Tool, Tool];
  await visit(first, rules(), async (visitor) => {
    expect(await visitor.banner()).toMatchObject({
      by: "rule",
      tool: { name: "cookieconsent3" },
      accept: { words: "Onwards" },
      reject: { words: "Not today" },
    });
  });
  await visit(second, rules(), async (visitor) => {
    expect(await visitor.banner()).toMatchObject({ accept: { words: "Onwards" }, reject: null });
    expect(await visitor.press("reject")).toBe(true);
    const { list } = await visitor.stored();
    expect(list.map(({ name }) => name)).toContain("cc_cookie");
    await expect.poll(() => visitor.requests().map(({ url }) => url)).toContain(PIXEL);
  });
  await visit(first, null, async (visitor) => {
    expect((await visitor.banner()).by).toBe("");
  });
  expect(loadAutoconsent([pathToFileURL(join(process.cwd(), "x.js")).href])).toBeNull();
});

it.each(ALL ? TOOLS : [])("audits a page with $name in every state", async (tool) => {
  const found = await audit(tool, rules());
  const states = found.visits.map(({ state }) => state);
  expect(states).toEqual(expect.arrayContaining(["undecided", "refused", "returned", "accepted"]));
  expect(found.finished).toBe(true);
  expect(rulesOf(found).toSorted()).toEqual([...tool.rules, "request-after-refusal"].toSorted());
  const after = found.findings.find(({ rule }) => rule == "request-after-refusal");
  expect(after).toMatchObject({ what: `GET ${PIXEL}`, place: { state: "refused" } });
});
