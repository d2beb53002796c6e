import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { googleConsentMode } from "../../src/catalogue/signals/google-consent-mode.ts";
import { decide } from "../../src/core/choice/decide.ts";
import { permits } from "../../src/core/choice/permits.ts";
import { resume } from "../../src/core/choice/resume.ts";
import type { Intent, State } from "../../src/core/choice/state.ts";
import { storedChoice } from "../../src/core/choice/storedChoice.ts";
import { toCookie } from "../../src/core/choice/toCookie.ts";
import type { GateConfig } from "../../src/core/config/config.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { cookieTexts } from "../../src/lib/cookieTexts.ts";
import { decoded } from "../../src/lib/decoded.ts";
import { readText } from "../arch/markdown.ts";
import { oddities } from "./tagManager/oddities.ts";
import { readTemplate } from "./tagManager/readTemplate.ts";
import { runScenario, runTemplate } from "./tagManager/sandbox.ts";
import { story, visit } from "./tagManager/visits.ts";

type States = Record<string, unknown>;
type Said = [command: "default" | "update", states: States];
interface Look {
  cookie?: string;
  now?: number;
  window?: Record<string, unknown>;
}

const template = readTemplate(readText("examples/gtm/consentry.tpl"));
const NOW = Date.UTC(2026, 4, 3, 10);
const BY = { source: "api", trusted: false } as const;

/** What a container hears, in order. */
function hear(fields: Record<string, unknown>, { now = NOW, ...rest }: Look): Said[] {
  const said: Said[] = [];
  runTemplate(template, fields, { now, ...rest }, (...one) => said.push(one));
  return said;
}

const granted = (states: States = {}): string[] =>
  Object.keys(states)
    .filter((type) => type != "security_storage" && states[type] == "granted")
    .sort();

/** What Consentry itself tells Google of a state. */
function granting(state: State): string[] {
  const window: { dataLayer?: ArrayLike<unknown>[] } = {};
  googleConsentMode().update({
    window: window as never,
    permits: (ids: string) => permits(state, ids),
  });
  return granted(window.dataLayer![0]![2] as States);
}

const SITE = parseGate(
  {
    controller: { name: "Acme BV" },
    categories: ["functional", "performance", "marketing"],
    services: [
      { id: "google-analytics", category: "performance" },
      { id: "google-ads", category: "marketing" },
    ],
  },
  () => {},
);
const choose = (gate: GateConfig, intents: readonly Intent[], now = NOW): State =>
  intents.reduce(
    (state, intent) => decide(state, intent, gate, { now, newId: "subject-0001" }).state,
    resume(storedChoice([]), gate, now),
  );
/** What a site's author copies from the cookie of a visitor who answered everything. */
const printsOf = (gate: GateConfig): string =>
  toCookie(choose(gate, [{ kind: "accept-all", ...BY }]), gate)
    .split("&f=")[1]!
    .replaceAll("%2B", "+");
const save = (choices: Record<string, boolean>): Intent => ({ kind: "save", choices, ...BY });

describe("the template's own tests", () => {
  it.each(template.tests.scenarios)("$name", ({ code }) => {
    expect(() => runScenario(template, code)).not.toThrow();
  });

  it("are more than a few, and one of them would notice a grant too many", () => {
    expect(template.tests.scenarios.length).toBeGreaterThan(5);
    const generous = { ...template, code: template.code.replaceAll("'denied'", "'granted'") };
    for (const { name, code } of template.tests.scenarios.slice(0, 2)) {
      expect(() => runScenario(generous, code), name).toThrow("was called with");
    }
  });
});

describe("the template", () => {
  it("is a tag for web containers, with a description that fits its field", () => {
    expect(template.info).toMatchObject({ type: "TAG", containerContexts: ["WEB"] });
    expect((template.info["description"] as string).length).toBeLessThanOrEqual(200);
  });

  it("keeps to the language and the methods that a template may use", () => {
    expect(oddities(template.code)).toEqual([]);
    expect(oddities("const a = new Date(); b.c(); `x`.at(0); /x/.test(a); this.d;")).toEqual([
      "NewExpression",
      "Date",
      "b",
      ".c()",
      "TemplateLiteral",
      "TemplateElement",
      ".at()",
      "a literal of its own",
      ".test()",
      "ThisExpression",
    ]);
  });

  it("asks for no more than it uses", () => {
    const keys = template.permissions.flatMap(({ params }) => {
      const [list] = Object.values(params).filter(Array.isArray) as States[][];
      return list!.map((one) =>
        typeof one == "string" ? one : (one["key"] ?? one["consentType"]),
      );
    });
    for (const key of keys) expect(template.code).toMatch(new RegExp(`\\b${String(key)}['\\b:]`));
    expect(template.permissions.map(({ id }) => id)).toEqual([
      "access_consent",
      "get_cookies",
      "access_globals",
    ]);
  });

  it("says the default before all else, whatever the page is, and once", () => {
    for (const look of [{}, { cookie: "consentry=%" }, { window: { Consentry: null } }]) {
      const [first, ...others] = hear({ fingerprints: printsOf(SITE) }, look);
      expect(first![0]).toBe("default");
      expect(granted(first![1])).toEqual([]);
      expect(first![1]).toMatchObject({ security_storage: "granted", wait_for_update: 500 });
      expect(others).toEqual([]);
    }
    expect(hear({ wait: "0" }, {})[0]![1]).not.toHaveProperty("wait_for_update");
  });

  it("takes what Consentry says now, before and after Consentry has come", () => {
    const state = choose(SITE, [save({ marketing: true, "google-ads": false, functional: true })]);
    for (const loaded of [false, true]) {
      let listener: (state: unknown) => void = () => {};
      const on = (_type: string, given: typeof listener): void => void (listener = given);
      const waiting: (() => void)[] = [];
      const tag = { version: "1", current: { on }, push: (call: () => void) => call() };
      const window: Record<string, unknown> = { Consentry: loaded ? tag : waiting };
      const said: Said[] = [];
      runTemplate(template, {}, { window }, (...one) => said.push(one));
      window["Consentry"] = tag;
      for (const call of waiting) call();
      listener(choose(SITE, []));
      expect(said.length).toBe(1);
      listener(state);
      expect(granted(said[1]![1])).toEqual(granting(state));
      listener(choose(SITE, []));
      expect(granted(said[2]![1])).toEqual([]);
    }
  });

  it("says of each state what Consentry's own signal says", () => {
    fc.assert(
      fc.property(story, ({ gate, intents }) => {
        const state = choose(gate, intents);
        expect(granted(follow(state))).toEqual(granting(state));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the template's reading of the cookie", () => {
  const cookieOf = (state: State, gate = SITE): string => `consentry=${toCookie(state, gate)}`;
  const read = (cookie: string, gate = SITE, look: Look = {}): string[] => {
    const fields = {
      fingerprints: printsOf(gate),
      revision: String(gate.revision),
      days: String(gate.days),
    };
    return granted(hear(fields, { cookie, ...look })[1]?.[1]);
  };

  /** A browser keeps no blanks around a value (RFC 6265, 5.2), and ends it at the first semicolon. */
  const kept = (text: string): string =>
    text
      .split(";")
      .map((part) => part.trim())
      .join("; ");

  it("grants what Consentry grants, by category and together", () => {
    for (const ids of ["", "functional", "performance", "marketing", "functional marketing"]) {
      const choices = Object.fromEntries(ids.split(" ").map((id) => [id, true]));
      const state = choose(SITE, [save(choices)]);
      expect(read(cookieOf(state)), ids).toEqual(granting(state));
    }
  });

  it("never grants what Consentry would not, whatever the cookie, the clock and the site are", () => {
    let grants = 0;
    fc.assert(
      fc.property(visit, ({ gate, other, intents, edit, twice, later, revision }) => {
        const made = { ...(other ?? gate), revision: gate.revision + revision };
        const text = kept(edit(toCookie(choose(made, intents), made)));
        const cookie = `a=1; consentry=${text}${twice ? `; consentry=${text}` : ""}; b=2`;
        const now = NOW + later;
        const texts = cookieTexts(cookie, "consentry").map(decoded);
        const truth = granting(resume(storedChoice(texts), gate, now));
        const found = read(cookie, gate, { now });
        grants += found.length;
        for (const type of found) expect(truth, `${type} of ${cookie}`).toContain(type);
      }),
      { numRuns: 3000 },
    );
    expect(grants).toBeGreaterThan(300);
  });

  it.each([
    ["another version", "v=1", "v=2"],
    ["an id that is too short", "subject-0001", "short"],
    ["an id with a foreign sign", "subject", "sub<ect"],
    ["no id beside a yes", "subject-0001", ""],
    ["a date that is none", /t=\d+/, "t=soon"],
    ["an endless date", /t=\d+/, `t=${"9".repeat(12)}`],
    ["a key twice", "&r=", "&v=1&r="],
    ["something behind it", /$/, "&x=1"],
    ["half of an escape", "&r=", "%&r="],
  ])("believes no cookie that has %s", (_what, old, put) => {
    const whole = cookieOf(choose(SITE, [save({ performance: true })]));
    expect(read(whole)).toEqual(["analytics_storage"]);
    expect(read(whole.replace(old, put))).toEqual([]);
  });

  it("knows both names of the cookie, and reads the one that the site uses", () => {
    const text = toCookie(choose(SITE, [save({ performance: true })]), SITE);
    const fields = { fingerprints: printsOf(SITE), hostOnly: true };
    expect(hear(fields, { cookie: `consentry=${text}` }).length).toBe(1);
    expect(granted(hear(fields, { cookie: `__Host-consentry=${text}` })[1]![1])).toEqual([
      "analytics_storage",
    ]);
  });
});

/** What is said when Consentry gives this state; nothing where it says nothing. */
function follow(state: State): States | undefined {
  const said: Said[] = [];
  const on = (_type: string, listener: (given: unknown) => void): void => listener(state);
  const tag = { version: "1", current: { on }, push: (call: () => void) => call() };
  runTemplate(template, {}, { window: { Consentry: tag } }, (...one) => said.push(one));
  return said[1]?.[1];
}
