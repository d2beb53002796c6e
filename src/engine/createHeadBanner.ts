import { readClick, type EarlyClick } from "../core/choice/earlyClick.ts";
import type { UiHandle } from "../core/config/parts.ts";
import { headMark, type EarlyBanner } from "../head/headData.ts";
import type { Engine } from "./engine.ts";

/** The banner that came with the HTML, and an answer that was given before there was code for it, here or on a page before. */
export interface HeadBanner {
  /** Takes it over: from now on the head answers no click. */
  _take(): void;
  /** Its host, where it is on show and was not answered. */
  _stands(): HTMLElement | undefined;
  /** Whether someone asked for the settings, once. */
  _wantsSettings(): boolean;
  /** Language of an answer that waits to be sealed, or empty where there is none. */
  _answered(): string;
  /**
   * Seals the answer, and acts on it.
   *
   * @param ui in the language of that answer
   * @returns false where there is none that counts: the visitor is to be asked
   */
  _seal(ui: UiHandle): Promise<boolean>;
}

export function createHeadBanner({ _env, _decisions, _store: store }: Engine): HeadBanner {
  let early: EarlyBanner | undefined;
  let clicked = "";
  let isAnswered = false;
  const click = (): EarlyClick | null => readClick(clicked || store.get()._stored._text);
  return {
    _take() {
      if (early) return;
      early = headMark(_env.window)?.banner;
      clicked = early?.take() ?? "";
      isAnswered = clicked.includes("=");
    },
    // Someone who wants the settings has not answered; page code may have.
    _stands: () => (store.get()._state.pending[0] && !isAnswered ? early?.element : undefined),
    _wantsSettings() {
      const isWanted = clicked == "open-preferences";
      if (isWanted) clicked = "";
      return isWanted;
    },
    _answered: () => click()?.language ?? "",
    async _seal(ui) {
      const answer = click();
      if (!answer) return false;
      clicked = ""; // Once.
      const words = ui.words?.() ?? "";
      // Where the file does not come the cookie has it still, for the next page.
      return (await _decisions._use((it) => it._seal(answer, words, ui.notice()))) ?? true;
    },
  };
}
