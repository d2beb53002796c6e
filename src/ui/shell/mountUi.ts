import type { MountUi, UiHandle } from "../../core/config/parts.ts";
import firstLayer from "../../i18n/firstLayer.ts";
import { createFocus } from "./createFocus.ts";
import { createNews } from "./createNews.ts";
import { createSeen } from "./createSeen.ts";
import { createShell } from "./createShell.ts";
import { createTexts } from "./createTexts.ts";
import { createViews } from "./createViews.ts";
import { guardEvents } from "./guardEvents.ts";
import { loadCentre } from "./loadCentre.ts";

/** A change of the page is looked at so much later, in milliseconds. */
const LOOK_MS = 100;

/** What makes an element deaf to a pointer, or silent to a screen reader. */
const SHUT = ["inert", "aria-hidden"];

/**
 * Mounts banner and preference centre in one open shadow root. Shows nothing until `show` is
 * called. All styles are adopted sheets and all texts are text nodes, so that it runs under
 * `default-src 'none'` and with Trusted Types.
 *
 * @param host what it may see and ask for
 * @throws never
 *
 * @example
 * import { createConsent } from "consentry";
 * import { mountUi } from "consentry/ui";
 *
 * createConsent({ controller: { name: "Acme BV" }, ui: mountUi }).start();
 */
export const mountUi: MountUi = (host): UiHandle => {
  const { document } = host;
  const words = createTexts(host, firstLayer);
  const shell = createShell(host, words);
  const { _element: element } = shell;
  const focus = createFocus();
  const seen = createSeen(host, words);
  const loader = loadCentre(document, shell._root);
  const news = createNews(host, words, shell, loader.load);
  const end = new AbortController();
  /** The state as of the last news. */
  let known = host.state;
  let isReached = false;

  const guard = guardEvents(host, shell, {
    signal: end.signal,
    _onReach(event) {
      const { relatedTarget } = event as FocusEvent;
      if (event.type == "focusin" && relatedTarget) focus._keep(relatedTarget);
      if (focus._isMoving || isReached) return;
      isReached = true;
      host.reach();
      loader.load().catch(() => {}); // Fetched ahead; whether it is missing is reported when it is wanted.
    },
    _onPage(event, path) {
      // A modal dialog of the page, in a web component too, makes all but itself inert.
      const isModal = (one: EventTarget) => one instanceof Element && one.matches("dialog:modal");
      if (!element.isConnected || path.some(isModal)) views._lift();
      if ((event as KeyboardEvent).key == "Tab") focus._quietly(shell._goAhead);
    },
  });
  const onCentre = (): void => {
    // More is shown than before: announced and hashed now, the click need not wait for it.
    if (isReached) setTimeout(host.reach);
  };
  const views = createViews({
    _host: host,
    _words: words,
    _shell: shell,
    _focus: focus,
    _seen: seen,
    _news: news,
    _loader: loader,
    _guard: guard,
    _onCentre: onCentre,
  });

  const { signal } = end;
  // The page opened or closed a dialog (the events do not bubble).
  const onDialog = ({ target }: Event): void => {
    if ((target as Element).localName == "dialog") views._lift();
  };
  const window = document.defaultView!;
  for (const type of ["toggle", "close"]) host.listen(window, type, onDialog, { signal });
  host.listen(window, "load", () => views._refresh(), { signal });
  const follow = (): void => {
    changes.observe(document.documentElement, { attributeFilter: ["lang"] });
    for (const one of [element, ...document.querySelectorAll("body")])
      shutting.observe(one, { attributeFilter: SHUT });
  };
  const rehome = paced(() => {
    // A script's modal shuts all that stands beside it, or all of the body, and the banner would be in sight and dead.
    for (const name of SHUT) element.removeAttribute(name);
    follow();
    views._onPage();
  }, signal);
  const shutting = new MutationObserver(() => {
    rehome();
    views._lift();
  });
  const changes = new MutationObserver(() => {
    guard._listen();
    // At once: what a fresh element says right after it came counts.
    follow();
    rehome();
    if (views._view == "banner") host.open("", "banner");
  });
  // Someone exchanges the document's element, and what is in it; or the page speaks another language by now.
  changes.observe(element.ownerDocument, { childList: true });
  follow();
  if (host.stands) views.show("banner");
  else views._close("none");

  return {
    show: views.show,
    hide: views.hide,
    update() {
      const { state } = host;
      if (state != known && state.status == "decided") {
        // Asked for again after the choice, it stays.
        if (views._view == "banner" && seen._state.status != state.status) views._close("none");
        news._tell(known, state);
      }
      known = state;
      if (views._view != "none") seen._look();
      views._onPage();
      views._refresh();
      news._tellLeftover();
    },
    confirm: news._confirm,
    words: views._words,
    notice: seen._notice,
    rehome,
    destroy() {
      end.abort();
      for (const one of [changes, shutting]) one.disconnect();
      views.destroy();
    },
  };
};

/**
 * Acts at once, and again only after a while: to look for the page's own link takes a look at the whole of it, a page may
 * change a thousand times, and another script may undo it each time.
 */
function paced(act: () => void, signal: AbortSignal): () => void {
  let looking: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (looking) return;
    looking = setTimeout(() => {
      looking = undefined;
      if (!signal.aborted) act();
    }, LOOK_MS);
    act();
  };
}
