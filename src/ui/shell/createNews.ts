import type { State } from "../../core/choice/state.ts";
import type { UiHost } from "../../core/config/parts.ts";
import type { Shell } from "./createShell.ts";
import type { Texts } from "./createTexts.ts";
import type { Centre } from "./loadCentre.ts";

/** What the visitor hears beside the views. */
export interface News {
  /** The last news, or empty. */
  readonly _said: string;
  _clear(): void;
  /** The state became another. */
  _tell(before: State, after: State): void;
  /** Says in sight that the choice is saved. */
  _confirm(): void;
  /** Names what could not be erased and was not named before. */
  _tellLeftover(): void;
  /** What could not be erased is named by the view on show. */
  _seeLeftover(): void;
  /** Brings the live region up to date. */
  _draw(): void;
}

/** Tells by the live region; what a visitor must see, too, stands there for a while where no view is open. */
export function createNews(
  host: UiHost,
  words: Texts,
  { _live: live, _layer: layer, _lift: lift }: Shell,
  load: () => Promise<Centre>,
): News {
  let said = "";
  let isSeen = false;
  let named = host.leftover.length;
  const draw = (): void => {
    // Assigned, even the same text makes the browser lay out the page again.
    if (live.textContent != said) live.textContent = said;
    live.classList.toggle("shown", isSeen && !layer());
  };
  /** Its look comes with the preference centre, as do the words for what is left. */
  const showAs = (text: (centre: Centre) => string): void =>
    void load().then(
      (centre) => {
        if (layer()) return;
        said = text(centre);
        isSeen = true;
        draw();
        lift();
      },
      () => {},
    );
  const confirm = (): void => showAs(() => words.text("settings.saved"));
  return {
    get _said() {
      return said;
    },
    _draw: draw,
    _confirm: confirm,
    _clear() {
      said = "";
      isSeen = false;
    },
    _tell(before, after) {
      // A choice that was read back, not made here, came from another tab.
      said = words.text(after.source ? "settings.saved" : "settings.changed");
      if (isLess(before.categories, after.categories) || isLess(before.services, after.services)) {
        if (after.source) confirm();
      }
    },
    _tellLeftover() {
      const { leftover } = host;
      if (layer() || leftover.length <= named) return;
      showAs(({ createWords }) =>
        createWords(host).text("settings.leftover", { names: words.list(leftover) }),
      );
    },
    _seeLeftover() {
      named = host.leftover.length;
    },
  };
}

/** Whether something that was permitted no longer is. */
const isLess = (before: State["services"], after: State["services"]): boolean =>
  Object.keys(before).some((id) => before[id] && !after[id]);
