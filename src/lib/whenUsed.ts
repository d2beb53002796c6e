/**
 * What a visitor does before a click: a finger or a key comes with it, a pointer has to get there. Assistive technology moves the
 * focus.
 */
const SIGNS = "pointermove pointerdown keydown focusin".split(" ");

/** Calls back when someone uses the page, though no script of the page may hear of it. */
export function whenUsed(then: () => void): void {
  const end = new AbortController();
  const hear = (event: Event): void => {
    const { type, movementX } = event as PointerEvent;
    // Chromium moves a pointer that rests where a page comes, or changes. No hand moves it straight up or down for long.
    if (type == SIGNS[0] && !movementX) return;
    end.abort();
    then();
  };
  for (const sign of SIGNS) addEventListener(sign, hear, { capture: true, signal: end.signal });
}
