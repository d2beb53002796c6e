import { scriptUrl, scriptType, scriptLabel } from './item.js';

const SLICE = 8;
function createScriptQueue({ document, patience, onHang, onLate, report, end }, make, hasRun, done) {
  const waiting = /* @__PURE__ */ new Set();
  const running = /* @__PURE__ */ new Map();
  const line = /* @__PURE__ */ new Set();
  const hung = /* @__PURE__ */ new Set();
  let watched;
  let timer;
  let busy = false;
  let again = false;
  const isLate = document.readyState != "loading" && performance.timing?.domContentLoadedEventStart != 0;
  const forget = (item) => {
    running.get(item)?.();
    for (const list of [running, waiting, line, hung]) list.delete(item);
  };
  const settle = (item, failed) => {
    forget(item);
    if (failed) report("script-failed", scriptLabel(item));
    done(item);
    pump();
  };
  const start = (item, ordered) => {
    const { element } = item;
    const url = scriptUrl(element);
    waiting.delete(item);
    running.set(item, queue.late?.(element));
    try {
      const fresh = item.fresh = make(item);
      if (url || fresh.type) {
        fresh.onload = fresh.onerror = (event) => {
          if (item.fresh != fresh) return;
          const { type } = event;
          element.dispatchEvent(new Event(type));
          settle(item, type == "error");
        };
        fresh.async = !ordered || !!hung.size;
      }
      if (ordered && url) line.add(item);
      element.replaceWith(fresh);
      if (!url) settle(item);
    } catch {
      settle(item, true);
    }
  };
  const pass = (until) => {
    const blocked = [...waiting, ...line].some(isBlocking);
    const stuck = [false, blocked || document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > until) return true;
      const { element } = item;
      const lane = laneOf(element);
      const after = element.getAttribute("data-after");
      if (!element.isConnected) {
        forget(item);
        item.is = "held";
        again = true;
      } else if (after ? hasRun(after) : !stuck[lane]) {
        const ordered = !after && lane < 2;
        if (ordered && line.size && (hung.size || !scriptUrl(element))) stuck[lane] = true;
        else start(item, ordered);
      }
    }
    return false;
  };
  const pump = () => {
    again = true;
    if (busy || end.signal.aborted) return;
    if (isLate && !queue.late && waiting.size) return onLate();
    busy = true;
    const until = performance.now() + SLICE;
    while (again && waiting.size) {
      again = false;
      if (pass(until)) {
        soon(() => {
          busy = false;
          pump();
        });
        return;
      }
    }
    busy = false;
    const [oldest] = line;
    if (oldest == watched) return;
    watched = oldest;
    clearTimeout(timer);
    timer = setTimeout(() => oldest && onHang(oldest), patience);
  };
  const queue = {
    late: void 0,
    waiting,
    running,
    line,
    hung,
    add(item) {
      item.is = "going";
      waiting.add(item);
    },
    pump,
    forget
  };
  return queue;
}
function isBlocking({ element }) {
  return !laneOf(element) && !element.hasAttribute("data-after");
}
function laneOf(element) {
  const module = scriptType(element) == "module";
  if (!module && !scriptUrl(element)) return 0;
  if (element.hasAttribute("async")) return 2;
  return module || element.hasAttribute("defer") ? 1 : 0;
}
function soon(run) {
  const { scheduler } = globalThis;
  void (scheduler?.postTask(run) ?? setTimeout(run));
}

export { createScriptQueue, laneOf };
