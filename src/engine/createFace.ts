import { parseFace } from "../core/config/parseFace.ts";
import { parseGpc } from "../core/config/parseGpc.ts";
import type { PageHandle, UiHandle, UiHost } from "../core/config/parts.ts";
import { pickLocale } from "../i18n/pickLocale.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { afterPaint } from "./afterPaint.ts";
import type { Face, Ledger, Session } from "./session.ts";

/** Makes what a UI talks to; the UI itself is fetched when it is first shown. */
export function createFace(session: Session): Face {
  const { parts, env, report, note, withDecider } = session;
  const { document } = env;
  const config = parseFace(session.options, session.config, note);
  const covered = parseGpc(session.options, note);
  const isSignalled = hasGpc(env.window.navigator);
  const handles: { ui?: UiHandle; page?: PageHandle } = {};
  let language = "";
  let making: Promise<UiHost> | undefined;
  let gone = false;

  const painted = (): Promise<void> => afterPaint(env.window, document);
  const ask = async <Result>(
    use: (ledger: Ledger) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => (await withDecider(({ ledger }) => use(ledger))) ?? otherwise;

  /** Fetches the page's language; English is in the UI, so its absence costs words, not function. */
  const makeHost = async (): Promise<UiHost> => {
    const wanted = config.language || document.documentElement.lang;
    let found = {};
    language = pickLocale([wanted], ["en", ...parts.locales]);
    try {
      if (language != "en") found = await parts.load(language, "locales/");
    } catch {
      report("language-unavailable", language);
      language = "en";
    }
    return {
      document,
      config,
      language,
      messages: Object.assign(dict<string>(), found, config.texts["*"], config.texts[language]),
      get gpc() {
        const { categories } = session.state;
        return (
          isSignalled && covered.some((id) => Object.hasOwn(categories, id) && !categories[id])
        );
      },
      get state() {
        return session.state;
      },
      get leftover() {
        return session.leftover ?? [];
      },
      async decide(intent, seen) {
        const done = await withDecider(({ change }) => {
          change(intent, seen);
          return true;
        });
        // What decides could not be fetched: the visitor has not chosen, and is asked again.
        if (!done && !gone) handles.ui?.show("banner");
      },
      reach: () => void withDecider(({ ledger }) => ledger.open(handles.ui?.notice() ?? "")),
      painted,
      report,
      records: () => ask((ledger) => ledger.records(), []),
      verify: () => ask((ledger) => ledger.verify(), undefined!),
      exportRecords: () => ask((ledger) => ledger.export(), ""),
    };
  };

  /** Mounts once; a file that did not come is asked for again the next time. */
  const mounted = async <Name extends "ui" | "page">(
    name: Name,
  ): Promise<(typeof handles)[Name] | undefined> => {
    if (handles[name]) return handles[name];
    try {
      const [mount, host] = await Promise.all([parts.load(name), (making ??= makeHost())]);
      if (!gone) return (handles[name] ??= mount(host) as never);
    } catch {
      report("ui-unavailable", name);
    }
    return undefined;
  };

  if (session.seen.includes("\n")) report("cookie-duplicated");
  // Told here and not by the gate: a returning visitor's page need not look for it.

  return {
    async show(view, part) {
      if (parts.hasUi) (await mounted("ui"))?.show(view, part);
      // What a click will need, once the banner stands.
      await painted();
      void withDecider(({ ledger }) => ledger.prefetch());
    },
    hide: () => handles.ui?.hide(),
    update() {
      handles.ui?.update();
      handles.page?.update();
    },
    notice: () => handles.ui?.notice() ?? "",
    language: () => (handles.ui ? language : ""),
    async hold(element, ids, loadOnce) {
      return (await mounted("page"))?.placeholder(element, ids, loadOnce);
    },
    fill: (element) => void mounted("page").then((made) => made?.fill(element)),
    rehome: () => handles.ui?.rehome(),
    destroy() {
      gone = true;
      handles.ui?.destroy();
      handles.page?.destroy();
    },
  };
}
