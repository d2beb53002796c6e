import { direction } from '../i18n/direction.js';
import firstLayer from '../i18n/firstLayer.js';
import { banner } from './banner.js';
import { bannerStyles } from './bannerStyles.js';
import { button } from './button.js';
import { createTexts } from './createTexts.js';
import { describeNotice } from './describeNotice.js';
import { el } from './el.js';
import { isWorkbench } from './isWorkbench.js';
import { keepClear } from './keepClear.js';
import { makeSheet } from './makeSheet.js';
import { onReach } from './onReach.js';
import { placeHost } from './placeHost.js';
import { raise } from './raise.js';
import { tokens } from './tokens.js';

const mountUi = (host) => {
  const { document } = host;
  const words = createTexts(host, firstLayer);
  const element = el(document, "div", { "data-consentry": "" });
  const root = element.attachShadow({ mode: "open" });
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
      live
    )
  );
  root.adoptedStyleSheets = [makeSheet(document, tokens + bannerStyles)];
  let view = "none";
  let wanted = "none";
  let part = "";
  let said = "";
  let left = host.leftover.length;
  let known = host.state;
  let seen = known;
  let shown;
  let told = words;
  let centre;
  let loading;
  let opener = null;
  let reached = false;
  let moving = false;
  let release;
  const stage = {
    host,
    words,
    get seen() {
      return seen;
    },
    get said() {
      return said;
    },
    choose(wish, event) {
      if (view == "none") return;
      const source = view;
      close("none");
      host.decide({ ...wish, source, trusted: event.isTrusted }, seen);
    },
    open() {
      opener = null;
      show("preferences");
    },
    leave() {
      close(view == "preferences" && host.state.status == "undecided" ? "banner" : "none");
    }
  };
  const quietly = (move) => {
    moving = true;
    move();
    moving = false;
  };
  const lift = () => {
    placeHost(document, element);
    const layer = root.querySelector("dialog,section");
    if (layer) quietly(() => raise(layer));
    return layer;
  };
  const look = () => {
    seen = host.state;
    shown = void 0;
    if (view == "preferences") told = centre.createWords(host);
  };
  const notice = () => shown ??= describeNotice(host, seen, told);
  const stays = () => view == "none" && host.leftover.length > left;
  const refresh = () => {
    element.setAttribute("data-consentry-state", host.state.status);
    element.setAttribute("data-consentry-view", view);
    live.textContent = said;
    live.classList.toggle("shown", stays());
    centre?.drawPreferences(second, view == "preferences" && { stage, part });
  };
  const turn = (next) => {
    release?.();
    release = void 0;
    wanted = view = next;
    if (next != "none") look();
    if (next == "preferences") left = host.leftover.length;
    first.replaceChildren(
      next == "banner" ? banner(stage) : next == "none" && host.config.reopenButton ? reopen() : ""
    );
    refresh();
    const layer = lift();
    if (layer?.localName == "section") release = keepClear(document, layer);
    else if (layer) {
      quietly(
        () => (next == "banner" ? layer.querySelector("h2") : centre.startOf(layer, part)).focus()
      );
    }
    if (layer && isWorkbench(document.defaultView.location)) {
      import('./reportTheme.js').then(
        ({ reportTheme }) => void (reportTheme(element, host, words) && turn(view)),
        () => {
        }
        // The check is the owner's; a visitor misses nothing.
      );
    }
  };
  const reopen = () => button(
    document,
    words.text("settings.title"),
    { part: "reopen", action: "open-preferences" },
    stage.open
  );
  const close = (next) => {
    said = "";
    turn(next);
    const settings = root.querySelector("[data-consentry-action=open-preferences]");
    quietly(() => (opener?.isConnected ? opener : settings)?.focus());
  };
  const load = () => loading ??= import('./drawPreferences.js').then(
    (module) => {
      root.adoptedStyleSheets.push(makeSheet(document, module.styles));
      return centre = module;
    },
    (error) => {
      loading = void 0;
      throw error;
    }
  );
  const show = (next, target = "") => {
    const active = document.activeElement;
    if (active != element) opener = active instanceof HTMLElement ? active : null;
    if (opener?.localName == "body") opener = null;
    wanted = next;
    part = target;
    if (next == "banner") {
      turn(next);
      return;
    }
    Promise.all([load(), host.painted()]).then(
      () => {
        if (wanted != "preferences") return;
        turn("preferences");
        if (reached) setTimeout(host.reach);
      },
      () => host.report("ui-unavailable", "preferences")
    );
  };
  const reach = () => {
    if (moving || reached) return;
    reached = true;
    host.reach();
    load().catch(() => {
    });
  };
  const onFocus = ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement) opener = relatedTarget;
  };
  const onToggle = ({ target }) => {
    if (target.localName == "dialog") lift();
  };
  onReach(element, reach);
  element.addEventListener("focusin", onFocus);
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
        said = words.text(state.source ? "settings.saved" : "settings.changed");
      }
      known = state;
      if (view != "none") look();
      refresh();
      if (!stays()) return;
      load().then(
        ({ createWords }) => {
          if (!stays()) return;
          said = createWords(host).text("settings.leftover", { names: words.list(host.leftover) });
          refresh();
        },
        () => {
        }
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
    }
  };
};

export { mountUi };
