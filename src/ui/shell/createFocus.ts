/** What had the focus in the page before the UI took it. */
export interface Focus {
  /** True while the focus is moved by us: that is no one reaching for the UI. */
  readonly _isMoving: boolean;
  /** Moves the focus without anybody reaching for anything. */
  _quietly<Result>(move: () => Result): Result;
  /** Keeps who is to get the focus back; no one, where nothing had it. */
  _keep(opener: Element | EventTarget | null): void;
  /** Gives the focus back, after `event` or something that no visitor did. */
  _giveBack(otherwise: HTMLElement | null, event: Event | undefined): void;
}

const FIELDS = "input,textarea,select,[contenteditable]";

/**
 * Keeps the focus for the page. A visitor who answers by key goes on where the page was left; the page is never scrolled for
 * it. After a click or tap nothing is focused that is out of sight, nor a field: on a phone that raises the keyboard.
 */
export function createFocus(): Focus {
  let opener: HTMLElement | null = null;
  let isMoving = false;
  const quietly = <Result>(move: () => Result): Result => {
    isMoving = true;
    const result = move();
    isMoving = false;
    return result;
  };
  return {
    get _isMoving() {
      return isMoving;
    },
    _quietly: quietly,
    _keep(from) {
      opener = from instanceof HTMLElement && from.localName != "body" ? from : null;
    },
    _giveBack(otherwise, event) {
      const target = opener?.isConnected ? opener : otherwise;
      if (!target) return;
      const { top, bottom } = target.getBoundingClientRect();
      // A key's click counts no clicks.
      const isPointed = event && (event as UIEvent).detail > 0;
      if (isPointed && (target.matches(FIELDS) || bottom < 0 || top > innerHeight)) return;
      quietly(() => target.focus({ preventScroll: true }));
    },
  };
}
