/**
 * What a visitor does before a click: a finger or a key comes with it, a pointer has to get there. Assistive technology moves the
 * focus, or presses as a mouse does.
 */
const SIGNS = ["pointermove", "pointerdown", "mousedown", "keydown", "focusin"];
/** What a browser keeps of the first finger, button or key (Event Timing). */
const FIRST = "first-input";

/** Resolves when someone uses the page, or has used it before, though no script of the page may hear of it. */
export function untilUsed(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      inputs.disconnect();
      for (const sign of SIGNS) removeEventListener(sign, hear, true);
      resolve();
    };
    const hear = (event: Event): void => {
      const { movementX, movementY } = event as PointerEvent;
      // Chromium moves a pointer that rests where a page comes, or changes.
      if (event.type != "pointermove" || movementX !== 0 || movementY !== 0) done();
    };
    for (const sign of SIGNS) addEventListener(sign, hear, { capture: true, passive: true });
    const inputs = new PerformanceObserver(done);
    if (PerformanceObserver.supportedEntryTypes.includes(FIRST))
      inputs.observe({ type: FIRST, buffered: true });
    // A browser that does not say may have been used.
    else if ((navigator.userActivation as UserActivation | undefined)?.hasBeenActive !== false)
      done();
  });
}
