/* eslint-env browser */
/**
 * Runs in the page before all its scripts. Notes when the banner can be seen and clicked, which gated
 * scripts ran, what a click cost, and tells the bench through the binding `benchTell`.
 *
 * @param accept path of the accept button; `>>>` goes into an open shadow root. Null: nothing is looked for
 * @param expected how many gated scripts are awaited
 */
export function probe({ accept, expected }) {
  // Frames of other origins have no business here.
  if (window.top != window) return;
  const bench = { visible: null, clicked: null, ran: [], events: [], tasks: [] };
  window.bench = bench;
  const tell = (what) => window.benchTell?.(what);

  window.benchRan = (name) => {
    bench.ran.push([name, performance.now()]);
    if (bench.ran.length == expected) tell("ran");
  };
  addEventListener("click", (event) => (bench.clicked ??= event.timeStamp), true);
  const observe = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe("longtask", ({ startTime, duration }) => bench.tasks.push([startTime, duration]));
  observe(
    "event",
    ({ interactionId, name, startTime, duration }) => {
      if (interactionId) bench.events.push([name, startTime, duration]);
    },
    { durationThreshold: 16 },
  );

  window.benchFind = (path) => {
    let root = document;
    let found = null;
    for (const selector of path.split(" >>> ")) {
      found = root?.querySelector(selector) ?? null;
      root = found?.shadowRoot ?? null;
      if (!found) return null;
    }
    return found;
  };
  /** Centre of what is found, if it can be seen there and nothing lies over it. */
  window.benchPlace = (path) => {
    const found = window.benchFind(path);
    if (!found?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    const { left, top, width, height } = found.getBoundingClientRect();
    if (!width || !height) return null;
    const [x, y] = [left + width / 2, top + height / 2];
    const over = found.getRootNode().elementFromPoint(x, y);
    return over && (over == found || found.contains(over)) ? { x, y } : null;
  };
  if (!accept) return;
  const { port1, port2 } = new MessageChannel();
  // After the frame in which it stands: its pixels are on their way to the screen.
  port1.addEventListener("message", () => {
    bench.visible = performance.now();
    tell("visible");
  });
  port1.start();
  const look = () => {
    if (document.body && window.benchPlace(accept)) port2.postMessage(0);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
