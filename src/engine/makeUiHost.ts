import { parseGpc } from "../core/config/parseGpc.ts";
import type { Config } from "../core/config/config.ts";
import type { UiHost } from "../core/config/parts.ts";
import { pickLocale } from "../i18n/pickLocale.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { isGesture } from "../lib/isGesture.ts";
import { listenNatively } from "../lib/listenNatively.ts";
import { own } from "../lib/own.ts";
import { afterPaint } from "./afterPaint.ts";
import type { Engine } from "./engine.ts";
import type { ProofClient } from "./proofClient.ts";

/** What the host of a UI is made of, besides the engine. */
export interface UiHostParts {
  _config: Config;
  /** Tag of the language that the page, or the site, wants. */
  _wanted: string;
  /** Host of a first layer that came with the HTML, is on show and was not answered. */
  _stands(): HTMLElement | undefined;
  _open(part: string, view?: "banner"): void;
  /** Exactly what is shown, or empty. */
  _notice(): string;
  /** The visitor has not chosen after all. */
  _askAgain(): void;
}

/** Fetches the language; English is in the UI, so its absence costs words, not function. */
async function fetchWords(
  { _parts: parts, _report: report }: Engine,
  wanted: string,
): Promise<[language: string, words: object]> {
  const language = pickLocale([wanted], ["en", ...parts._locales]);
  try {
    return [language, language == "en" ? {} : await parts._load(language, "locales/")];
  } catch {
    report("language-unavailable", language);
    return ["en", {}];
  }
}

/** Whether pages come with a policy made from consent: nothing opens for this time only. */
function isPoliced(options: unknown): boolean {
  return ["next", "reload"].includes(own(options, "policy") as string);
}

/** Makes what a UI may see and ask for, in the page's language. */
export async function makeUiHost(engine: Engine, parts: UiHostParts): Promise<UiHost> {
  const { _env: env, _report: report, _store: store, _decisions: decisions } = engine;
  const { _config: config } = parts;
  const { window, document } = env;
  const covered = parseGpc(engine._options, engine._note);
  const isSignalled = hasGpc(window.navigator);
  const ask = async <Result>(
    use: (proof: ProofClient) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => (await decisions._use(({ _proof }) => use(_proof))) ?? otherwise;
  const [language, found] = await fetchWords(engine, parts._wanted);
  return {
    document,
    config,
    language,
    messages: Object.assign(dict<string>(), found, config.texts["*"], config.texts[language]),
    get gpc() {
      const { categories } = store.get()._state;
      return isSignalled && covered.some((id) => Object.hasOwn(categories, id) && !categories[id]);
    },
    get state() {
      return store.get()._state;
    },
    get leftover() {
      return store.get()._leftover;
    },
    isPoliced: isPoliced(engine._options),
    listen: listenNatively(env._natives),
    get stands() {
      return parts._stands();
    },
    open: parts._open,
    async decide(intent, seen, event, notice) {
      const trusted = isGesture(env._natives, event); // Now: a gesture lasts for seconds, a file may take longer.
      const done = await decisions._use(async ({ _decide }) => {
        await _decide({ ...intent, trusted }, seen, notice);
        return true;
      });
      // What decides could not be fetched: the visitor has not chosen, and is asked again.
      if (!done) parts._askAgain();
    },
    reach: () => void decisions._use(({ _proof }) => _proof._open(parts._notice())),
    painted: () => afterPaint(window, document),
    report,
    records: () => ask((proof) => proof.records(), []),
    verify: () => ask((proof) => proof.verify(), undefined!),
    exportRecords: () => ask((proof) => proof.export(), ""),
  };
}
