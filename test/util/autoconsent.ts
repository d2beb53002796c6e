import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import type { Tab } from "./tab.ts";

const PACKAGE = join(installed("test/packages/peers"), "@duckduckgo/autoconsent");

/** A message of the engine's content script to the browser that it runs in. */
export interface Message {
  type: string;
  id?: string;
  cmp?: string;
  result?: boolean;
}

/** What stands between the content script and the browser around it: here, this page. */
interface Bridge {
  heard: Message[];
  autoconsentSendMessage(message: Message): Promise<void>;
  autoconsentReceiveMessage(message: object): Promise<void>;
}

/** The rule that is kept for other people's engines. */
export function ourRule(): object {
  return JSON.parse(readFileSync(join(root, "docs/interop/consentry.json"), "utf8")) as object;
}

/** The rules that come with the engine. */
export function theirRules(): object[] {
  const text = readFileSync(join(PACKAGE, "rules/rules.json"), "utf8");
  return (JSON.parse(text) as { autoconsent: object[] }).autoconsent;
}

/**
 * Markup for a page's head that runs autoconsent's own content script, as an extension would before
 * anything of the page.
 *
 * @param autoAction what the engine's user wants
 * @param rules what it may choose from
 */
export function autoconsent(
  network: TestNetwork,
  autoAction: "optOut" | "optIn",
  rules: readonly object[],
): string {
  const script = readFileSync(join(PACKAGE, "dist/autoconsent.playwright.js"), "utf8");
  const settings = {
    type: "initResp",
    rules: { autoconsent: rules },
    config: {
      enabled: true,
      autoAction,
      disabledCmps: [],
      enablePrehide: true,
      enableCosmeticRules: true,
      enableGeneratedRules: false,
      enableHeuristicDetection: false,
      detectRetries: 40,
      logs: {},
    },
  };
  const body = `(${String(bridge)})(${JSON.stringify(settings)}); ${script}`;
  network.route(`${SITE}/autoconsent.js`, {
    body,
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
  return '<script src="/autoconsent.js"></script>';
}

/** Runs in the page: answers the engine as its background process does. */
function bridge(settings: object): void {
  const page = window as unknown as Bridge;
  page.heard = [];
  page.autoconsentSendMessage = async (message) => {
    page.heard.push(message);
    const answer = (reply: object): void =>
      void setTimeout(() => page.autoconsentReceiveMessage(reply));
    if (message.type == "init") answer(settings);
    // Questions that rules of other banners put to the page's own world: not theirs, not here.
    if (message.type == "eval") answer({ type: "evalResp", id: message.id, result: false });
    if (message.type == "autoconsentDone") answer({ type: "selfTest" });
  };
}

/** What the engine has said so far, but for its talk with its own background. */
export async function heard(tab: Tab): Promise<Message[]> {
  const all = await tab.evaluate(() => (window as unknown as Bridge).heard);
  return all
    .filter(({ type }) => !["init", "report", "eval"].includes(type))
    .map(({ type, cmp, result }) => ({
      type,
      ...(cmp && { cmp }),
      ...(result != null && { result }),
    }));
}
