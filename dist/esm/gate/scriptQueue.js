import { scriptUrl, scriptType, scriptLabel } from './item.js';

const SLICE = 8;
function createScriptQueue(env) {
  const { document } = env;
  const waiting = /* @__PURE__ */ new Set();
  const started = /* @__PURE__ */ new Map();
  const line = [];
  const blocking = /* @__PURE__ */ new Set();
  const modules = /* @__PURE__ */ new Set();
  let timer;
  const hung = /* @__PURE__ */ new Set();
  let busy = false;
  let again = false;
  const settle = (item, failed) => {
    if (!started.has(item)) return;
    forget(item);
    if (failed) env.report("script-failed", scriptLabel(item));
    env.done(item);
    pump();
  };
  const forget = (item) => {
    started.get(item)?.();
    started.delete(item);
    waiting.delete(item);
    blocking.delete(item);
    hung.delete(item);
    const index = line.indexOf(item);
    if (index >= 0) line.splice(index, 1);
    if (!index) watch();
  };
  const stop = (item) => {
    forget(item);
    item.is = "held";
    item.fresh?.replaceWith(item.element);
    adoptAway(item);
  };
  const adoptAway = (item) => {
    if (item.fresh) document.implementation.createHTMLDocument("").adoptNode(item.fresh);
    item.fresh = void 0;
  };
  const watch = () => {
    clearTimeout(timer);
    const [oldest] = line;
    if (!oldest) return;
    timer = setTimeout(() => {
      env.report("script-timeout", scriptLabel(oldest));
      blocking.delete(oldest);
      line.shift();
      const behind = [...line, ...waiting];
      behind.forEach(stop);
      behind.forEach(add);
      hung.add(oldest);
      pump();
    }, env.patience);
  };
  const start = (item, ordered) => {
    const { element } = item;
    waiting.delete(item);
    started.set(item, element.getAttribute("data-late") == "off" ? void 0 : env.late());
    try {
      const fresh = item.fresh = env.make(item);
      const external = scriptUrl(element);
      const onEnd = ({ type }) => {
        if (item.fresh != fresh) return;
        element.dispatchEvent(new Event(type));
        settle(item, type == "error");
      };
      fresh.addEventListener("error", onEnd);
      fresh.addEventListener("load", onEnd);
      fresh.async = !ordered || !!hung.size;
      if (external && ordered && line.push(item) == 1) watch();
      if (!external && fresh.type == "module") modules.add(item);
      element.replaceWith(fresh);
      if (!external) settle(item);
    } catch {
      settle(item, true);
    }
  };
  const pass = (end) => {
    const stuck = [false, document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > end) return true;
      const { element } = item;
      if (!element.isConnected) {
        stop(item);
        continue;
      }
      const after = element.getAttribute("data-after");
      const lane = laneOf(element);
      if (after ? !env.hasRun(after) : stuck[lane]) continue;
      const ordered = !after && lane < 2;
      const full = line.length && (hung.size || !scriptUrl(element));
      if (ordered && (full || lane && blocking.size)) stuck[lane] = true;
      else start(item, ordered);
    }
    return false;
  };
  const pump = () => {
    again = true;
    if (busy) return;
    busy = true;
    const end = performance.now() + SLICE;
    while (again) {
      again = false;
      if (pass(end)) {
        soon(() => {
          busy = false;
          pump();
        });
        return;
      }
    }
    busy = false;
  };
  const add = (item) => {
    item.is = "going";
    waiting.add(item);
    if (!laneOf(item.element) && !item.element.hasAttribute("data-after")) blocking.add(item);
  };
  return {
    add,
    pump,
    cancel(refused) {
      for (const item of [...waiting, ...started.keys()]) {
        if (refused(item)) stop(item);
      }
      for (const item of modules) if (refused(item)) adoptAway(item);
      pump();
    }
  };
}
function laneOf(element) {
  const module = scriptType(element) == "module";
  if (!module && !scriptUrl(element)) return 0;
  if (element.hasAttribute("async")) return 2;
  return module || element.hasAttribute("defer") ? 1 : 0;
}
function soon(run) {
  const { scheduler } = globalThis;
  if (scheduler) void scheduler.postTask(run);
  else setTimeout(run);
}

export { createScriptQueue, laneOf };
