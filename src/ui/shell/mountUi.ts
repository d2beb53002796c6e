import type { MountUi, UiHandle } from "../../core/config/parts.ts";
import { direction } from "../../i18n/direction.ts";
import firstLayer from "../../i18n/firstLayer.ts";
import { createBanner } from "../banner/createBanner.ts";
import { bannerStyles } from "../banner/bannerStyles.ts";
import { button } from "./button.ts";
import { createTexts } from "./createTexts.ts";
import { describeNotice } from "./describeNotice.ts";
import { el } from "./el.ts";
import { isWorkbench } from "./isWorkbench.ts";
import { keepClear } from "./keepClear.ts";
import { makeSheet } from "../theme/makeSheet.ts";
import { onReach } from "./onReach.ts";
import { placeHost } from "./placeHost.ts";
import { toTopLayer } from "./toTopLayer.ts";
import type { UiContext } from "./uiContext.ts";
import { tokens } from "../theme/tokens.ts";

/** The preference centre's code and styles, which come when somebody reaches for the banner. */
type Centre = typeof import("../preferences/drawPreferences.tsx");
type View = "none" | "banner" | "preferences";

/**
 * Mounts banner and preference centre in one open shadow root. Shows nothing until `show` is
 * called. All styles are adopted sheets and all texts are text nodes, so that it runs under
 * `default-src 'none'` and with Trusted Types.
 */
export const mountUi: MountUi = (host): UiHandle => {
  const { document } = host;
  const words = createTexts(host, firstLayer);
  const element = el(document, "div", { "data-consentry": "" });
  const root = element.attachShadow({ mode: "open" });
  /** Where the first layer or the reopen button stands, and where the preference centre. */
  const first = el(document, "div", {});
  const second = el(document, "div", {});
  const live = el(document, "p", { class: "live", role: "status" });
  root.append(
    el(
      document,
      "div",
      { class: "c", lang: words.language, dir: direction(words.language) },
      first,
      second,
      live,
    ),
  );
  root.adoptedStyleSheets = [makeSheet(document, tokens + bannerStyles)];

  let view: View = "none";
  /** The view that was asked for last; the preference centre may still be on its way. */
  let wanted: View = "none";
  let part = "";
  let said = "";
  /** How much could not be erased, as far as the visitor was told. */
  let left = host.leftover.length;
  /** The state as of the last news. */
  let known = host.state;
  /** The state that the visitor is looking at, or looked at last. */
  let seen = known;
  /** What `notice` says of that state, once it was put together. */
  let shown: string | undefined;
  /** The words that it was told in. */
  let told = words;
  let centre: Centre | undefined;
  let loading: Promise<Centre> | undefined;
  /** What had the focus in the page before the UI took it. */
  let opener: HTMLElement | null = null;
  let reached = false;
  /** True while the focus is moved by us: that is nobody reaching for the UI. */
  let moving = false;
  let release: (() => void) | undefined;

  const context: UiContext = {
    host,
    words,
    get seen() {
      return seen;
    },
    get said() {
      return said;
    },
    choose(intent, event) {
      if (view == "none") return;
      const source = view;
      close("none");
      host.decide({ ...intent, source, trusted: event.isTrusted }, seen);
    },
    open() {
      opener = null;
      show("preferences");
    },
    leave() {
      close(view == "preferences" && host.state.status == "undecided" ? "banner" : "none");
    },
  };

  const quietly = (move: () => void): void => {
    moving = true;
    move();
    moving = false;
  };

  /** Makes the open layer, if any, the topmost of a page that may show a modal of its own. */
  const lift = (): HTMLElement | null => {
    placeHost(document, element);
    const layer = root.querySelector<HTMLElement>("dialog,section");
    if (layer) quietly(() => toTopLayer(layer));
    return layer;
  };

  const look = (): void => {
    seen = host.state;
    shown = undefined;
    if (view == "preferences") told = centre!.createWords(host);
  };
  const notice = (): string => (shown ??= describeNotice(host, seen, told));

  /** Whether something could not be erased that the visitor was not told of. */
  const stays = (): boolean => view == "none" && host.leftover.length > left;

  /** Tells what is so, and brings the preference centre up to date. */
  const refresh = (): void => {
    element.setAttribute("data-consentry-state", host.state.status);
    element.setAttribute("data-consentry-view", view);
    live.textContent = said;
    live.classList.toggle("shown", stays());
    centre?.drawPreferences(second, view == "preferences" && { context, part });
  };

  /** Puts one view in the place of another. */
  const turn = (next: View): void => {
    release?.();
    release = undefined;
    wanted = view = next;
    if (next != "none") look();
    if (next == "preferences") left = host.leftover.length;
    first.replaceChildren(
      next == "banner"
        ? createBanner(context)
        : next == "none" && host.config.reopenButton
          ? reopen()
          : "",
    );
    refresh();
    const layer = lift();
    if (layer?.localName == "section") release = keepClear(document, layer);
    else if (layer) {
      quietly(() =>
        (next == "banner" ? layer.querySelector("h2")! : centre!.initialFocus(layer, part)).focus(),
      );
    }
    if (layer && isWorkbench(document.defaultView!.location)) {
      import("../theme/reportTheme.ts").then(
        ({ reportTheme }) => void (reportTheme(element, host, words) && turn(view)),
        () => {}, // The check is the owner's; a visitor misses nothing.
      );
    }
  };

  const reopen = (): HTMLElement =>
    button(
      document,
      words.text("settings.title"),
      { part: "reopen", action: "open-preferences" },
      context.open,
    );

  /** Closes at once, and gives the focus back. */
  const close = (next: View): void => {
    said = "";
    turn(next);
    const settings = root.querySelector<HTMLElement>("[data-consentry-action=open-preferences]");
    quietly(() => (opener?.isConnected ? opener : settings)?.focus());
  };

  const load = (): Promise<Centre> =>
    (loading ??= import("../preferences/drawPreferences.tsx").then(
      (module) => {
        root.adoptedStyleSheets.push(makeSheet(document, module.styles));
        return (centre = module);
      },
      (error: unknown) => {
        loading = undefined; // The next request tries again.
        throw error;
      },
    ));

  const show: UiHandle["show"] = (next, target = "") => {
    const active = document.activeElement;
    if (active != element) opener = active instanceof HTMLElement ? active : null;
    if (opener?.localName == "body") opener = null;
    wanted = next;
    part = target;
    if (next == "banner") {
      turn(next);
      return;
    }
    // Drawing it takes a while on a slow device: the click is answered by a paint before.
    Promise.all([load(), host.painted()]).then(
      () => {
        if (wanted != "preferences") return;
        turn("preferences");
        // More is shown than before: told and hashed now, the click need not wait for it.
        if (reached) setTimeout(host.reach);
      },
      () => host.report("ui-unavailable", "preferences"),
    );
  };

  const reach = (): void => {
    if (moving || reached) return;
    reached = true;
    host.reach();
    load().catch(() => {}); // Fetched ahead; whether it is missing is told when it is wanted.
  };
  const onFocus = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement) opener = relatedTarget;
  };
  const onToggle = ({ target }: Event): void => {
    if ((target as Element).localName == "dialog") lift();
  };

  onReach(element, reach);
  element.addEventListener("focusin", onFocus);
  // The page opened or closed a dialog (the event does not bubble).
  document.addEventListener("toggle", onToggle, true);
  turn("none");

  return {
    show,
    hide() {
      if (wanted != "none") close("none");
    },
    update() {
      const { state } = host;
      if (state != known && state.status == "decided") {
        if (view == "banner") close("none");
        // A choice that was read back, not made here, came from another tab.
        said = words.text(state.source ? "settings.saved" : "settings.changed");
      }
      known = state;
      if (view != "none") look();
      refresh();
      if (!stays()) return;
      // Seldom: its words and its look come with the preference centre, which tells it as well.
      load().then(
        ({ createWords }) => {
          if (!stays()) return;
          said = createWords(host).text("settings.leftover", { names: words.list(host.leftover) });
          refresh();
        },
        () => {},
      );
    },
    notice,
    rehome() {
      if (!element.isConnected) lift();
    },
    destroy() {
      wanted = "none";
      release?.();
      document.removeEventListener("toggle", onToggle, true);
      centre?.drawPreferences(second, false);
      element.remove();
    },
  };
};
