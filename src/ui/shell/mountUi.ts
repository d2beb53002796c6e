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

/**
 * Mounts banner and preference centre in one open shadow root. Shows nothing until `show` is
 * called. All styles are adopted sheets and all texts are text nodes, so that it runs under
 * `default-src 'none'` and with Trusted Types.
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

  const press = guardEvents(host, shell, {
    signal: end.signal,
    _onReach(event) {
      const { relatedTarget } = event as FocusEvent;
      if (event.type == "focusin" && relatedTarget) focus._keep(relatedTarget);
      if (focus._isMoving || isReached) return;
      isReached = true;
      host.reach();
      loader.load().catch(() => {}); // Fetched ahead; whether it is missing is told when it is wanted.
    },
    _onPage(event, path) {
      // A modal dialog of the page, in a web component too, makes all but itself inert.
      const isModal = (one: EventTarget) => one instanceof Element && one.matches("dialog:modal");
      if (!element.isConnected || path.some(isModal)) views._lift();
      if ((event as KeyboardEvent).key == "Tab") focus._quietly(shell._goAhead);
    },
  });
  const onCentre = (): void => {
    // More is shown than before: told and hashed now, the click need not wait for it.
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
    _press: press,
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
  // Somebody exchanged the document's element, and what was in it.
  const swaps = new MutationObserver(views._onPage);
  swaps.observe(element.ownerDocument, { childList: true });
  views._close("none");

  return {
    show: views.show,
    hide: views.hide,
    update() {
      const { state } = host;
      if (state != known && state.status == "decided") {
        if (views._view == "banner") views._close("none");
        news._tell(known, state);
      }
      known = state;
      if (views._view != "none") seen._look();
      views._onPage();
      views._refresh();
      news._tellLeftover();
    },
    confirm: news._confirm,
    notice: seen._notice,
    rehome: views._onPage,
    destroy() {
      end.abort();
      swaps.disconnect();
      views.destroy();
    },
  };
};
