import type { UiHandle, UiHost } from "../../core/config/parts.ts";
import { openers } from "../../lib/openers.ts";
import { createBanner } from "../banner/createBanner.ts";
import { isWorkbench } from "./isWorkbench.ts";
import { button } from "./button.ts";
import type { Focus } from "./createFocus.ts";
import type { News } from "./createNews.ts";
import type { Seen } from "./createSeen.ts";
import type { Shell } from "./createShell.ts";
import type { Texts } from "./createTexts.ts";
import { keepClear } from "./keepClear.ts";
import type { CentreLoader } from "./loadCentre.ts";
import type { UiContext } from "./uiContext.ts";

export type View = "none" | "banner" | "preferences";

/** What the views are made of. */
export interface ViewParts {
  _host: UiHost;
  _words: Texts;
  _shell: Shell;
  _focus: Focus;
  _seen: Seen;
  _news: News;
  _loader: CentreLoader;
  _press: UiContext["_press"];
  /** The preference centre, which shows more than was shown before, has come into view. */
  _onCentre(): void;
}

/** Which of the views is open, and what opens and closes them. */
export interface Views {
  readonly _view: View;
  show: UiHandle["show"];
  /** Closes what is open or on its way; decides nothing. */
  hide(): void;
  _close(next: View, event?: Event): void;
  /** Says what is so, and brings the preference centre up to date. */
  _refresh(): void;
  /** Puts the host where it can be used, and what is open above what the page shows. */
  _lift(): HTMLElement | null;
  /** The page changed: the link that it lacked may be there. */
  _onPage(): void;
  destroy(): void;
}

export function createViews(parts: ViewParts): Views {
  const {
    _host: host,
    _words: words,
    _shell: shell,
    _focus: focus,
    _seen: seen,
    _news: news,
    _loader: loader,
    _press: press,
  } = parts;
  const { document } = host;
  const { _element: element, _first: first, _second: second, _root: root } = shell;
  let view: View = "none";
  /** The view that was asked for last; the preference centre may still be on its way. */
  let wanted: View = "none";
  let part = "";
  let release: (() => void) | undefined;

  const context: UiContext = {
    _host: host,
    _words: words,
    _press: press,
    get _seen() {
      return seen._state;
    },
    get _said() {
      return news._said;
    },
    _choose(intent, event) {
      // The second click of two was meant for what stood there before.
      if (view == "none" || (event as UIEvent).detail > 1) return;
      const source = view;
      // By key, the focus goes on at once.
      if ((event as UIEvent).detail) vanish(event);
      else close("none", event);
      host.decide({ ...intent, source, trusted: event.isTrusted }, seen._state, event);
    },
    _open() {
      focus._keep(null);
      show("preferences");
    },
    _leave(event) {
      const { display, visibility } = getComputedStyle(element);
      const isHidden = display == "none" || visibility == "hidden"; // By somebody's list of blocked notices.
      const asks = view == "preferences" && host.state.status == "undecided" && !isHidden;
      close(asks ? "banner" : "none", event);
    },
  };

  const lift = (): HTMLElement | null => {
    let layer: HTMLElement | null = null;
    focus._quietly(() => (layer = shell._lift()));
    return layer;
  };

  const refresh = (): void => {
    if (view == "none" && !firstOf(view) != !first.firstElementChild) {
      first.replaceChildren(firstOf(view));
    }
    element.setAttribute("data-consentry-state", host.state.status);
    element.setAttribute("data-consentry-view", view);
    news._draw();
    loader.centre?.drawPreferences(second, view == "preferences" && { context, part });
  };

  /** The first layer; or a button, where the site wants one or forgot the link that the first layer speaks of. */
  const firstOf = (next: View): HTMLElement | string => {
    if (next == "banner") return createBanner(context);
    const isForgotten =
      host.state.status == "decided" &&
      document.readyState == "complete" &&
      !document.querySelector(openers);
    if (next != "none" || !(host.config.reopenButton || isForgotten)) return "";
    const names = { part: "reopen", action: "open-preferences" };
    return press(button(document, words.text("settings.title"), names), context._open);
  };

  /** Puts one view in the place of another. */
  const turn = (next: View): void => {
    release?.();
    release = undefined;
    wanted = view = next;
    const { centre } = loader;
    if (next != "none") seen._look(next == "banner" ? undefined : centre!.createWords(host));
    if (next == "preferences") news._seeLeftover();
    // The button that reopens stays where it is: somebody may be pressing it.
    if (next != "none" || first.firstElementChild?.localName != "button") {
      first.replaceChildren(firstOf(next));
    }
    refresh();
    const layer = lift();
    if (!layer) return;
    if (layer.localName == "dialog") {
      const from =
        next == "banner" ? layer.querySelector("h2")! : centre!.initialFocus(layer, part);
      focus._quietly(() => from.focus());
      // Comes with the preference centre, as the words of that do.
      void loader.load().then(
        ({ holdPage }) => {
          if (layer.isConnected)
            release ??= holdPage(document, layer as HTMLDialogElement, () => context._leave());
        },
        () => {},
      );
    } else release = keepClear(document, layer);
    if (isWorkbench(document.defaultView!.location)) {
      import("../theme/reportTheme.ts").then(
        ({ reportTheme }) => void (reportTheme(element, host, words) && turn(view)),
        () => {}, // The check is the owner's; a visitor misses nothing.
      );
    }
  };

  /** A modal dialog that the browser has closed may have lost it to the body already (Firefox). */
  const hasFocus = ({ activeElement } = document): boolean =>
    activeElement == element || (view == "preferences" && activeElement == document.body);
  const turnFrom = (hadFocus: boolean, next: View, event?: Event): void => {
    turn(next);
    if (hadFocus) {
      focus._giveBack(root.querySelector("[data-consentry-action=open-preferences]"), event);
    }
  };
  const close = (next: View, event?: Event): void => {
    news._clear();
    turnFrom(hasFocus(), next, event);
  };

  /** Takes what is open out of sight, and nothing else before the browser has painted that. */
  const vanish = (event: Event): void => {
    const hadFocus = hasFocus();
    release?.();
    release = undefined;
    wanted = view = "none";
    news._clear();
    // By its own renderer, which otherwise takes it for drawn when it is asked for again.
    loader.centre?.drawPreferences(second, false);
    shell._layer()?.remove();
    element.setAttribute("data-consentry-view", view);
    void host.painted().then(() => {
      if (wanted == "none" && element.isConnected) turnFrom(hadFocus, "none", event);
    });
  };

  const show: UiHandle["show"] = (next, target = "") => {
    const { activeElement } = document;
    if (activeElement != element) focus._keep(activeElement);
    wanted = next;
    part = target;
    if (next == "banner") return turn(next);
    // Drawing it takes a while on a slow device: the click is answered by a paint before.
    Promise.all([loader.load(), host.painted()]).then(
      () => {
        if (wanted != "preferences") return;
        turn("preferences");
        parts._onCentre();
      },
      () => host.report("ui-unavailable", "preferences"),
    );
  };

  return {
    get _view() {
      return view;
    },
    show,
    hide() {
      if (wanted != "none") close("none");
    },
    _close: close,
    _refresh: refresh,
    _lift: lift,
    _onPage() {
      if (!element.isConnected) lift();
      if (view == "none" && first.firstElementChild) refresh();
    },
    destroy() {
      wanted = "none";
      release?.();
      loader.centre?.drawPreferences(second, false);
      element.remove();
    },
  };
}
