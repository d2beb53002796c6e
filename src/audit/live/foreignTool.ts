import type { Frame, Page } from "playwright";
import { type Autoconsent, presses, ruleOf } from "./autoconsent.ts";
import { markByRule } from "./markByRule.ts";
import { within } from "./within.ts";

const MOST_FRAMES = 10;
const LOOK_MS = 5000; // The longest that a look into one frame may take.
const ACT_MS = 20_000; // Rules wait for second layers, each step for up to ten seconds.
const POLL_MS = 200;

/** Each is named: a step without its switch says what it does on the page's console. */
const QUIET = Object.fromEntries(
  ["lifecycle", "rulesteps", "detectionsteps", "evals", "errors", "messages", "waits"].map(
    (name) => [name, false],
  ),
);

/** The banner of a consent tool that a rule of autoconsent has found. */
export interface FoundTool {
  name: string;
  /** Whether its rule can press something that accepts, or that refuses. */
  accepts: boolean;
  refuses: boolean;
}

/** Finds the banners of other consent tools in a page, and presses their buttons. */
export interface ForeignTool {
  /** One look at the page; the first on each document starts the search. */
  look(): Promise<{ tool: FoundTool | null; isSettled: boolean }>;
  /** Accepts or refuses as the tool's rule says, through further layers where it has to; false where it cannot. */
  act(what: "optIn" | "optOut"): Promise<boolean>;
}

/** What the search in one frame has said so far. */
interface Heard {
  popup: string;
  isSettled: boolean;
  result: boolean | null;
}

/** @param autoconsent Rules and script as the site's owner installed them. */
export function createForeignTool(page: Page, autoconsent: Autoconsent): ForeignTool {
  let acting: Frame | null = null;

  const start = (frame: Frame): string => {
    const isMain = frame == page.mainFrame();
    const rules = autoconsent.rules.filter(({ runContext }) => isMain || runContext?.frame);
    const settings = {
      type: "initResp",
      rules: { autoconsent: rules },
      config: {
        enabled: true,
        autoAction: null,
        enablePrehide: false,
        enableCosmeticRules: false,
        isMainWorld: true,
        logs: QUIET,
      },
    };
    return `(${String(listen)})(${JSON.stringify(settings)});${autoconsent.script}`;
  };
  const inFrame = async (frame: Frame): Promise<Heard | null> => {
    if (!/^https?:/.test(frame.url())) return null;
    try {
      const heard = await within(frame.evaluate(hear), LOOK_MS, "A look");
      if (!heard) await within(frame.evaluate(start(frame)), LOOK_MS, "A look");
      return heard;
    } catch {
      return null; // The frame is gone, or hangs.
    }
  };

  return {
    async look() {
      let isSettled = false;
      for (const frame of page.frames().slice(0, MOST_FRAMES)) {
        const heard = await inFrame(frame);
        if (frame == page.mainFrame()) isSettled = heard?.isSettled ?? false;
        if (!heard?.popup) continue;
        acting = frame;
        const rule = ruleOf(autoconsent, heard.popup);
        if (rule && frame == page.mainFrame())
          await within(page.evaluate(markByRule, rule), LOOK_MS, "A look").catch(() => {});
        return {
          tool: {
            name: heard.popup,
            accepts: !rule || presses(rule.optIn),
            refuses: !rule || presses(rule.optOut),
          },
          isSettled: true,
        };
      }
      return { tool: null, isSettled };
    },
    async act(what) {
      if (!acting) return false;
      const frame = acting;
      const end = Date.now() + ACT_MS;
      try {
        await within(frame.evaluate(tell, what), LOOK_MS, "A look");
        while (Date.now() < end) {
          const heard = await within(frame.evaluate(hear), LOOK_MS, "A look");
          if (heard?.result != null) return heard.result;
          await new Promise((done) => setTimeout(done, POLL_MS));
        }
      } catch {
        return page.frames().length > 0; // Some tools load the page again: the choice was made.
      }
      return false;
    },
  };
}

interface Scope {
  consentryAudit?: Heard;
  autoconsentSendMessage: (message: Message) => Promise<void>;
  autoconsentReceiveMessage: (message: object) => Promise<void>;
}

interface Message {
  type: string;
  cmp?: string;
  result?: boolean;
  state?: { lifecycle: string; findCmpAttempts: number; detectedCmps: readonly string[] };
}

/** Runs in the page: stands where the script expects the background of an extension. */
function listen(settings: object): void {
  const scope = window as unknown as Scope;
  const heard: Heard = { popup: "", isSettled: false, result: null };
  scope.consentryAudit = heard;
  scope.autoconsentSendMessage = async ({ type, cmp, result, state }) => {
    if (type == "init") setTimeout(() => void scope.autoconsentReceiveMessage(settings));
    if (type == "popupFound") heard.popup ||= cmp ?? "";
    if (type == "optInResult" || type == "optOutResult") heard.result = !!result;
    // The second round of the search begins where the first found nothing.
    const isOver = state?.lifecycle == "nothingDetected" || (state?.findCmpAttempts ?? 0) > 1;
    if (isOver && !state?.detectedCmps.length) heard.isSettled = true;
  };
}

/** Runs in the page. */
function hear(): Heard | null {
  const { consentryAudit: heard } = window as unknown as Scope;
  return heard ? { ...heard } : null;
}

/** Runs in the page. */
function tell(what: string): void {
  void (window as unknown as Scope).autoconsentReceiveMessage({ type: what });
}
