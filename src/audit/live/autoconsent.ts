import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const PACKAGE = "@duckduckgo/autoconsent";
/** The content script that the package makes for Playwright; it is no export of the package. */
const SCRIPT = "dist/autoconsent.playwright.js";

/** A selector, or one for each shadow root or frame on the way. */
export type Selector = string | readonly string[];

/** A step of a rule, as far as an audit reads it. */
export interface ToolStep {
  click?: Selector;
  waitForThenClick?: Selector;
  eval?: string;
  if?: { exists?: Selector; visible?: Selector };
  then?: readonly ToolStep[];
  else?: readonly ToolStep[];
  any?: readonly ToolStep[];
  optional?: boolean;
}

/** How one consent tool is accepted and refused. */
export interface ToolRule {
  name: string;
  runContext?: { frame?: boolean };
  optIn: readonly ToolStep[];
  optOut: readonly ToolStep[];
}

/** DuckDuckGo's rules for the banners of consent tools, and the script that acts by them. */
export interface Autoconsent {
  script: string;
  rules: readonly ToolRule[];
}

/** Where the buttons are of tools that the package handles by code instead of a rule (16.23.0, `lib/cmps`). */
const CODED: Readonly<Record<string, readonly [accept: string, reject: string]>> = {
  Cybotcookiebot: [
    "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll,#CybotCookiebotDialogBodyButtonAccept",
    "#CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll,#CybotCookiebotDialogBodyButtonDecline",
  ],
  Klaro: [
    ".klaro .cm-btn-accept-all,.klaro .cookie-notice .cm-btn-success",
    ".klaro .cookie-notice .cn-decline,.klaro .cookie-modal .cn-decline",
  ],
  Onetrust: ["#onetrust-accept-btn-handler", "#onetrust-reject-all-handler"],
};

/**
 * The package of the folder that the command runs in, or beside this one; null where it is not installed. It is
 * MPL-2.0 and no dependency of ours: a site's owner chooses it.
 *
 * @param folders Where to look for it.
 */
export function loadAutoconsent(
  folders: readonly string[] = [pathToFileURL(join(process.cwd(), "x.js")).href, import.meta.url],
): Autoconsent | null {
  for (const from of folders) {
    try {
      const file = createRequire(from).resolve(`${PACKAGE}/rules/rules.json`);
      const script = join(dirname(dirname(file)), SCRIPT);
      if (!existsSync(script)) continue;
      const { autoconsent } = JSON.parse(readFileSync(file, "utf8")) as {
        autoconsent: ToolRule[];
      };
      return { script: readFileSync(script, "utf8"), rules: autoconsent };
    } catch {
      continue; // Not installed there.
    }
  }
  return null;
}

/** The rule of a tool by the name that the script gives it; null where it has none that can be read. */
export function ruleOf({ rules }: Autoconsent, name: string): ToolRule | null {
  const coded = CODED[name];
  if (coded) return { name, optIn: [{ click: coded[0] }], optOut: [{ click: coded[1] }] };
  return rules.find((rule) => rule.name == name) ?? null;
}

/** Whether a rule's steps press something: some tools are only hidden. */
export function presses(steps: readonly ToolStep[]): boolean {
  return steps.some(
    (step) =>
      !!(step.click ?? step.waitForThenClick ?? step.eval) ||
      [step.then, step.else, step.any].some((more) => more && presses(more)),
  );
}
