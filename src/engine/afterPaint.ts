const LEAVING = ["pagehide", "visibilitychange"];

/**
 * Resolves when the browser has painted what is due, so that a click is answered before anything else takes the main
 * thread. A page that is not painted (hidden, or its window covered) does not wait, and neither does one that goes: what
 * comes after runs in its last moment.
 *
 * @returns whether this may be the page's last moment
 */
export function afterPaint(window: Window, document: Document): Promise<boolean> {
  return new Promise((resolve) => {
    if (document.visibilityState == "hidden") return resolve(true);
    const done = (event?: Event): void => {
      // A page that decides often keeps no listeners of ours.
      for (const type of LEAVING) window.removeEventListener(type, done, true);
      resolve(!!event);
    };
    window.requestAnimationFrame(() => window.setTimeout(done));
    window.setTimeout(done, 100);
    // In the capture phase: before the database is closed for the page's sake.
    for (const type of LEAVING) window.addEventListener(type, done, true);
  });
}
