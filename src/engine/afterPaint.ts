/**
 * Resolves when the browser has painted what is due, so that a click is answered before anything else takes the main
 * thread. A page that is not painted (hidden, or its window covered) does not wait, and neither does one that goes: what
 * comes after runs in its last moment.
 */
export function afterPaint(window: Window, document: Document): Promise<void> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const done = (): void => {
      end.abort(); // A page that decides often keeps no listeners of ours.
      resolve();
    };
    if (document.visibilityState == "hidden") return done();
    window.requestAnimationFrame(() => window.setTimeout(done));
    window.setTimeout(done, 100);
    // In the capture phase: before the database is closed for the page's sake.
    for (const type of ["pagehide", "visibilitychange"]) {
      window.addEventListener(type, done, { capture: true, signal: end.signal });
    }
  });
}
