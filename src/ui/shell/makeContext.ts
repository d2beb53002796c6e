import type { UiContext } from "./uiContext.ts";
import type { ViewParts, Views } from "./views.ts";

/** Makes what the banner and the preference centre are drawn with. */
export function makeContext(parts: ViewParts, views: () => Views): UiContext {
  const { _host: host, _words: words, _guard: guard, _seen: seen, _news: news } = parts;
  return {
    _host: host,
    _words: words,
    _press: guard._press,
    get _seen() {
      return seen._state;
    },
    get _said() {
      return news._said;
    },
    _choose(intent, event) {
      const { _view: source } = views();
      // The second click of two was meant for what stood there before.
      if (source == "none" || (event as UIEvent).detail > 1) return;
      const act = (): unknown =>
        host.decide({ ...intent, source, trusted: event.isTrusted }, seen._state, event);
      if ((event as UIEvent).detail) return views()._vanish(event, act);
      // By key, the focus goes on at once.
      views()._close("none", event);
      act();
    },
    _open() {
      parts._focus._keep(null);
      views().show("preferences");
    },
    _leave(event) {
      const { display, visibility } = getComputedStyle(parts._shell._element);
      const isHidden = display == "none" || visibility == "hidden"; // By somebody's list of blocked notices.
      const asks = views()._view == "preferences" && host.state.status == "undecided" && !isHidden;
      views()._close(asks ? "banner" : "none", event);
    },
  };
}
