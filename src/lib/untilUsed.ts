/** What a visitor does before a click: a finger or a key comes with it, a pointer has to get there. */
const SIGNS = ["pointermove", "pointerdown", "keydown"];

/** Resolves when someone uses the page, though no script of the page may hear of it. */
export function untilUsed(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const sign of SIGNS) removeEventListener(sign, done, true);
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, done, { capture: true, passive: true });
  });
}
