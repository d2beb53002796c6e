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
  host: UiHost;
  words: Texts;
  shell: Shell;
  focus: Focus;
  seen: Seen;
  news: News;
  loader: CentreLoader;
  press: UiContext["press"];
  /** The preference centre, which shows more than was shown before, has come into view. */
  onCentre(): void;
}

/** Which of the views is open, and what opens and closes them. */
export interface Views {
  readonly view: View;
  show: UiHandle["show"];
  /** Closes what is open or on its way; decides nothing. */
  hide(): void;
  close(next: View, event?: Event): void;
  /** Says what is so, and brings the preference centre up to date. */
  refresh(): void;
  /** Puts the host where it can be used, and what is open above what the page shows. */
  lift(): HTMLElement | null;
  /** The page changed: the link that it lacked may be there. */
  onPage(): void;
  destroy(): void;
}

export function createViews(parts: ViewParts): Views {
  const { host, words, shell, focus, seen, news, loader, press } = parts;
  const { document } = host;
  const { element, first, second, root } = shell;
  let view: View = "none";
  /** The view that was asked for last; the preference centre may still be on its way. */
  let wanted: View = "none";
  let part = "";
  let release: (() => void) | undefined;

  const context: UiContext = {
    host,
    words,
    press,
    get seen() {
      return seen.state;
    },
    get said() {
      return news.said;
    },
    choose(intent, event) {
      // The second click of two was meant for what stood there before.
      if (view == "none" || (event as UIEvent).detail > 1) return;
      const source = view;
      close("none", event);
      host.decide({ ...intent, source, trusted: event.isTrusted }, seen.state, event);
    },
    open() {
      focus.keep(null);
      show("preferences");
    },
    leave(event) {
      const { display, visibility } = getComputedStyle(element);
      const isHidden = display == "none" || visibility == "hidden"; // By somebody's list of blocked notices.
      const asks = view == "preferences" && host.state.status == "undecided" && !isHidden;
      close(asks ? "banner" : "none", event);
    },
  };

  const lift = (): HTMLElement | null => {
    let layer: HTMLElement | null = null;
    focus.quietly(() => (layer = shell.lift()));
    return layer;
  };

  const refresh = (): void => {
    if (view == "none" && !firstOf(view) != !first.firstChild) first.replaceChildren(firstOf(view));
    element.setAttribute("data-consentry-state", host.state.status);
    element.setAttribute("data-consentry-view", view);
    news.draw();
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
    return press(button(document, words.text("settings.title"), names), context.open);
  };

  /** Puts one view in the place of another. */
  const turn = (next: View): void => {
    release?.();
    release = undefined;
    wanted = view = next;
    const { centre } = loader;
    if (next != "none") seen.look(next == "banner" ? undefined : centre!.createWords(host));
    if (next == "preferences") news.seeLeftover();
    first.replaceChildren(firstOf(next));
    refresh();
    const layer = lift();
    if (!layer) return;
    if (layer.localName == "dialog") {
      const from =
        next == "banner" ? layer.querySelector("h2")! : centre!.initialFocus(layer, part);
      focus.quietly(() => from.focus());
      // Comes with the preference centre, as the words of that do.
      void loader.load().then(
        ({ holdPage }) => {
          if (layer.isConnected)
            release ??= holdPage(document, layer as HTMLDialogElement, () => context.leave());
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

  const close = (next: View, event?: Event): void => {
    const hadFocus = document.activeElement == element;
    news.clear();
    turn(next);
    if (hadFocus) {
      focus.giveBack(root.querySelector("[data-consentry-action=open-preferences]"), event);
    }
  };

  const show: UiHandle["show"] = (next, target = "") => {
    const { activeElement } = document;
    if (activeElement != element) focus.keep(activeElement);
    wanted = next;
    part = target;
    if (next == "banner") return turn(next);
    // Drawing it takes a while on a slow device: the click is answered by a paint before.
    Promise.all([loader.load(), host.painted()]).then(
      () => {
        if (wanted != "preferences") return;
        turn("preferences");
        parts.onCentre();
      },
      () => host.report("ui-unavailable", "preferences"),
    );
  };

  return {
    get view() {
      return view;
    },
    show,
    hide() {
      if (wanted != "none") close("none");
    },
    close,
    refresh,
    lift,
    onPage() {
      if (!element.isConnected) lift();
      if (view == "none" && first.firstChild) refresh();
    },
    destroy() {
      wanted = "none";
      release?.();
      loader.centre?.drawPreferences(second, false);
      element.remove();
    },
  };
}
