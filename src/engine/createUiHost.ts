import { parseFace } from "../core/config/parseFace.ts";
import { parseGpc } from "../core/config/parseGpc.ts";
import type { PageHandle, UiHandle, UiHost } from "../core/config/parts.ts";
import { pickLocale } from "../i18n/pickLocale.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { isGesture } from "../lib/isGesture.ts";
import { listenNatively } from "../lib/listenNatively.ts";
import { afterPaint } from "./afterPaint.ts";
import type { Engine } from "./engine.ts";
import type { EngineUi } from "./engineUi.ts";
import type { ProofClient } from "./proofClient.ts";

/** Makes what a UI talks to; the UI itself is fetched when it is first shown. */
export function createUiHost(engine: Engine): EngineUi {
  const { _parts: parts, _env: env, _report: report, _note: note, _store: store } = engine;
  const { _decisions: decisions, _options: options } = engine;
  const { document } = env;
  const config = parseFace(options, engine._config, note);
  const covered = parseGpc(options, note);
  const isSignalled = hasGpc(env.window.navigator);
  const handles: { banner?: UiHandle; placeholders?: PageHandle } = {};
  let language = "";
  /** What the page, or the site, wanted when the words were fetched. */
  let spoken = "";
  let making: Promise<UiHost> | undefined;
  let gone = false;

  const painted = (): Promise<void> => afterPaint(env.window, document);
  const ask = async <Result>(
    use: (proof: ProofClient) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => (await decisions._use(({ _proof }) => use(_proof))) ?? otherwise;

  const wanted = (): string => config.language || document.documentElement.lang;

  /** Fetches the page's language; English is in the UI, so its absence costs words, not function. */
  const makeHost = async (): Promise<UiHost> => {
    spoken = wanted();
    let found = {};
    language = pickLocale([spoken], ["en", ...parts._locales]);
    try {
      if (language != "en") found = await parts._load(language, "locales/");
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
        const { categories } = store.get()._state;
        return (
          isSignalled && covered.some((id) => Object.hasOwn(categories, id) && !categories[id])
        );
      },
      get state() {
        return store.get()._state;
      },
      get leftover() {
        return store.get()._leftover;
      },
      listen: listenNatively(env._natives),
      open: (part) => void host._show("preferences", part),
      async decide(intent, seen, event, notice) {
        const trusted = isGesture(env._natives, event); // Now: a gesture lasts for seconds, a file may take longer.
        const done = await decisions._use(({ _decide }) => {
          void _decide({ ...intent, trusted }, seen, notice);
          return true;
        });
        // What decides could not be fetched: the visitor has not chosen, and is asked again.
        if (!done && !gone) handles.banner?.show("banner");
      },
      reach: () =>
        void decisions._use(({ _proof }) => _proof._open(handles.banner?.notice() ?? "")),
      painted,
      report,
      records: () => ask((proof) => proof.records(), []),
      verify: () => ask((proof) => proof.verify(), undefined!),
      exportRecords: () => ask((proof) => proof.export(), ""),
    };
  };

  /** Mounts once; a file that did not come is asked for again the next time. */
  const mounted = async <Name extends "banner" | "placeholders">(
    name: Name,
  ): Promise<(typeof handles)[Name] | undefined> => {
    if (handles[name]) return handles[name];
    try {
      const [mount, host] = await Promise.all([parts._load(name), (making ??= makeHost())]);
      if (!gone) return (handles[name] ??= mount(host) as never);
    } catch {
      report("ui-unavailable", name);
    }
    return undefined;
  };

  if (store.get()._stored._count > 1) report("cookie-duplicated");

  const update = (): void => {
    handles.banner?.update();
    handles.placeholders?.update();
  };
  // What could not be erased is known only after all else is done.
  const unsubscribe = store._subscribe(({ _leftover: leftover }, before) => {
    if (leftover != before._leftover) update();
  });

  const host: EngineUi = {
    async _show(view, part) {
      // An app that lives on may speak another language by now.
      if (handles.banner && spoken != wanted()) {
        handles.banner.destroy();
        delete handles.banner;
        making = undefined;
      }
      if (parts._hasUi) (await mounted("banner"))?.show(view, part);
      // What a click will need, once the banner stands.
      await painted();
      void decisions._use(({ _proof }) => _proof._prefetch());
    },
    _hide: () => handles.banner?.hide(),
    _update: update,
    _notice: () => handles.banner?.notice() ?? "",
    _language: () => language,
    _confirm: async () => (await mounted("banner"))?.confirm?.(),
    async _hold(element, ids, loadOnce) {
      return (await mounted("placeholders"))?.placeholder(element, ids, loadOnce);
    },
    _fill: (element) => void mounted("placeholders").then((made) => made?.fill(element)),
    _rehome: () => handles.banner?.rehome(),
    _destroy() {
      gone = true;
      unsubscribe();
      handles.banner?.destroy();
      handles.placeholders?.destroy();
    },
  };
  return host;
}
