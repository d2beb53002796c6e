/**
 * Resolves when the browser has painted what is due, so that a click is answered before released
 * scripts take the main thread. A page that is not painted (hidden, or its window covered) does not wait.
 */
export function afterPaint(window: Window, document: Document): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    if (document.visibilityState == "hidden") return done();
    window.requestAnimationFrame(() => window.setTimeout(done));
    window.setTimeout(done, 100);
  });
}
