import type { UiHandle, UiHost } from "../../core/config/parts.ts";
import { checkTheme } from "./checkTheme.ts";
import { createFirst } from "./createFirst.ts";
import { createHold } from "./createHold.ts";
import { makeContext } from "./makeContext.ts";
import type { View, ViewParts, Views } from "./views.ts";

/** Makes what opens and closes the views. */
export function createViews(parts: ViewParts): Views {
  const { _host: host, _words: words, _shell: shell, _focus: focus } = parts;
  const { _seen: seen, _news: news, _loader: loader } = parts;
  const { _element: element, _second: second, _root: root } = shell;
  let view: View = "none";
  /** The view that was asked for last; the preference centre may still be on its way. */
  let wanted: View = "none";
  let part = "";

  const context = makeContext(parts, () => views);
  const first = createFirst(shell._first, context, parts._guard);
  const hold = createHold(host, loader, () => {
    // What was answered we hide ourselves.
    if (view != "none") context._leave();
  });

  const lift = (): HTMLElement | null => focus._quietly(() => shell._lift());

  const refresh = (): void => {
    first._refresh(view);
    element.setAttribute("data-consentry-state", host.state.status);
    element.setAttribute("data-consentry-view", view);
    news._draw();
    loader.centre?.drawPreferences(second, view == "preferences" && { context, part });
  };

  /** Puts one view in the place of another. */
  const turn = (next: View, later = next): void => {
    hold._close();
    wanted = later;
    view = next;
    shell._first.style.cssText = second.style.cssText = "";
    if (next != "none") seen._look(next == "banner" ? undefined : loader.centre?.createWords(host));
    if (next == "preferences") news._seeLeftover();
    first._draw(next);
    refresh();
    const layer = lift();
    if (!layer) return;
    if (layer.localName == "dialog") {
      const start = loader.centre?.initialFocus(layer, part) ?? layer.querySelector("h2")!;
      focus._quietly(() => start.focus());
    }
    hold._open(layer);
    checkTheme(element, host, words, () => turn(view));
  };

  const turnFrom = (hadFocus: boolean, next: View, event?: Event): void => {
    turn(next);
    if (hadFocus) {
      focus._giveBack(root.querySelector("[data-consentry-action=open-preferences]"), event);
    }
  };
  const close = (next: View, event?: Event): void => {
    news._clear();
    turnFrom(hasFocus(host, element, view), next, event);
  };

  const vanish: Views["_vanish"] = async (event, act) => {
    const hadFocus = hasFocus(host, element, view);
    wanted = view = "none";
    news._clear();
    const layer = shell._layer();
    // Not the layer: what is hidden under the pointer has its styles worked out twice, and a layer has many.
    shell._first.style.cssText = second.style.cssText = "display:none!important";
    element.setAttribute("data-consentry-view", view);
    const done = act();
    // A dialog makes the page inert as long as it is there.
    if (layer?.localName == "dialog") await host.painted();
    else await done;
    await host.painted();
    // A sheet that leaves the page has the browser work out styles: not in the frame that answers the click.
    if (view == "none") hold._close();
    if (wanted == "none" && element.isConnected) turnFrom(hadFocus, "none", event);
  };

  const show: UiHandle["show"] = (next, target = "") => {
    // A visitor who is in the settings already is not thrown out by a question more.
    if (next == "banner" && view == "preferences" && shell._layer()) return;
    const { activeElement } = host.document;
    if (activeElement != element) focus._keep(activeElement);
    // Who asked for the settings first still waits for them.
    if (next == "banner") return turn(next, wanted == "preferences" ? wanted : next);
    wanted = next;
    part = target;
    whenDrawable(parts, () => {
      if (wanted != next) return;
      turn(next);
      parts._onCentre();
    });
  };

  const views: Views = {
    get _view() {
      return view;
    },
    show,
    hide: () => void (wanted == "none" || close("none")),
    _close: close,
    _vanish: vanish,
    _refresh: refresh,
    _lift: lift,
    _onPage() {
      if (!element.isConnected) lift();
      if (view == "none" && shell._first.firstElementChild) refresh();
    },
    _words: first._words,
    destroy() {
      wanted = "none";
      hold._close();
      loader.centre?.drawPreferences(second, false);
      element.remove();
    },
  };
  return views;
}

/** A modal dialog that the browser has closed may have lost the focus to the body already (Firefox). */
function hasFocus({ document }: UiHost, element: HTMLElement, view: View): boolean {
  const { activeElement, body } = document;
  return activeElement == element || (view == "preferences" && activeElement == body);
}

/** Drawing the preference centre takes a while on a slow device: the click is answered by a paint before. */
function whenDrawable({ _loader: loader, _host: host }: ViewParts, draw: () => void): void {
  Promise.all([loader.load(), host.painted()]).then(draw, () =>
    host.report("ui-unavailable", "preferences"),
  );
}
