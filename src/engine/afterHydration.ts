const LONGEST = 1000; // milliseconds

/**
 * Resolves when the page is read, its own deferred scripts and modules have run, and what they scheduled had its turn: a
 * framework that takes over the markup of its server must find it as it was sent. At once where the page has loaded.
 */
export function afterHydration(window: Window, document: Document): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    if (document.readyState == "complete") return done();
    const rest = (): void => {
      if (window.requestIdleCallback) window.requestIdleCallback(done, { timeout: LONGEST });
      else window.setTimeout(done);
    };
    // A call that comes between the two waits for the second.
    for (const type of ["DOMContentLoaded", "load"]) window.addEventListener(type, rest);
  });
}
