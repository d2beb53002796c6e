import { parseFace } from "../core/config/parseFace.ts";
import type { PageHandle, UiHandle, UiHost } from "../core/config/parts.ts";
import { afterHydration } from "./afterHydration.ts";
import { afterPaint } from "./afterPaint.ts";
import type { Engine, Loadable } from "./engine.ts";
import type { EngineUi } from "./engineUi.ts";
import { createHeadBanner } from "./createHeadBanner.ts";
import { followLanguage } from "./followLanguage.ts";
import { makeUiHost } from "./makeUiHost.ts";

/** What is mounted. */
type Mounted = Pick<Loadable, "banner" | "placeholders">;

/**
 * Makes what a UI talks to. `here` is what came along: even a file that is there is given in a later task, and the banner would
 * stand a frame later. Else it is fetched when it is first shown.
 */
export function createUiHost(engine: Engine, here: Partial<Mounted> = {}): EngineUi {
  const { _parts: parts, _env: env, _report: report, _store: store } = engine;
  const { document } = env;
  const config = parseFace(engine._options, engine._config, engine._note);
  const handles: { banner?: UiHandle; placeholders?: PageHandle } = {};
  let language = "";
  /** What the page, or the site, wanted when the words were fetched, and when the banner was mounted. */
  let spoken = "";
  let shown = "";
  let making: Promise<UiHost> | undefined;
  let gone = false;
  const head = createHeadBanner(engine);
  /** Language of an answer that waits to be sealed. */
  let answered = "";
  const wanted = (): string => answered || config.language || document.documentElement.lang;

  const make = (): Promise<UiHost> => {
    spoken = wanted();
    return makeUiHost(engine, {
      _config: config,
      _wanted: spoken,
      _stands: head._stands,
      _open: (part, view) => void host._show(view ?? "preferences", part),
      _notice: () => handles.banner?.notice() ?? "",
      _askAgain: () => gone || handles.banner?.show("banner"),
    });
  };

  const made = (): Promise<UiHost> => (spoken == wanted() && making) || (making = make());
  const follower = followLanguage(env.window.document, engine._end.signal, wanted, made);

  /** Mounts once; a file that did not come is asked for again the next time. */
  const mounted = async <Name extends keyof Mounted>(
    name: Name,
  ): Promise<(typeof handles)[Name] | undefined> => {
    if (name == "placeholders") follower._look();
    if (handles[name]) return handles[name];
    const tongue = wanted();
    try {
      const [mount, host] = await Promise.all([here[name] ?? parts._load(name), made()]);
      language = host.language;
      // The banner stands where no framework looks; what is filled in stands in the page's own markup.
      await (name == "banner" ? head._take() : afterHydration(env.window, document));
      if (gone || handles[name]) return handles[name];
      const handle = mount(host) as never;
      if (name == "banner") shown = tongue;
      else follower._mounted(handle, tongue);
      return (handles[name] = handle);
    } catch {
      return report("ui-unavailable", name) as undefined;
    }
  };

  if (store.get()._stored._is == "ambiguous") report("cookie-duplicated");
  const update = (): void => {
    handles.banner?.update();
    handles.placeholders?.update();
  };
  // What could not be erased is known only after all else is done.
  const unsubscribe = store._subscribe(({ _leftover: leftover }, before) => {
    if (leftover != before._leftover) update();
  });

  const standing = (): Promise<UiHandle | undefined> => {
    if (handles.banner && shown != wanted()) {
      handles.banner.destroy();
      delete handles.banner;
    }
    return mounted("banner");
  };

  const show: EngineUi["_show"] = async (view, part) => {
    let ui = await standing();
    if (view == "banner" && head._answered()) {
      answered = head._answered();
      ui = await standing();
      answered = "";
      const isSealed = ui && (await head._seal(ui));
      ui = await standing();
      if (isSealed) return;
    }
    if (head._wantsSettings()) view = "preferences";
    // Answered while the files came: nothing is to be asked.
    else if (part == null && !store.get()._state.pending[0]) return;
    ui?.show(view, part);
  };

  const host: EngineUi = {
    async _show(view, part) {
      if (parts._hasUi != false) await show(view, part);
      // What a click will need, once the banner stands, and someone is there to click.
      await parts._used;
      await afterPaint(env.window, document);
      void engine._decisions._use(({ _proof }) => _proof._prefetch());
    },
    _hide: () => handles.banner?.hide(),
    _stand: () => mounted("banner"),
    _update: update,
    _notice: () => handles.banner?.notice() ?? "",
    _language: () => language,
    _confirm: async () => (await mounted("banner"))?.confirm?.(),
    _hold: async (element, ids, loadOnce) =>
      (await mounted("placeholders"))?.placeholder(element, ids, loadOnce),
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
