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
  let oneByOne = false;
  let pumping = false;
  let again = false;
  let later = false;
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
    const index = line.indexOf(item);
    if (index < 0) return;
    line.splice(index, 1);
    if (!index) watch();
    oneByOne &&= line.length > 0;
  };
  const stop = (item) => {
    forget(item);
    item.fresh?.replaceWith(item.element);
    adoptAway(item);
  };
  const adoptAway = ({ fresh }) => {
    if (fresh) document.implementation.createHTMLDocument("").adoptNode(fresh);
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
      [...line].forEach(stop);
      waiting.clear();
      behind.forEach(add);
      oneByOne = true;
      pump();
    }, env.patience);
  };
  const start = (item, ordered) => {
    const { element } = item;
    waiting.delete(item);
    started.set(item, void 0);
    try {
      const fresh = item.fresh = env.make(item);
      const external = scriptUrl(element) != "";
      if (element.getAttribute("data-late") != "off") started.set(item, env.late());
      for (const type of ["load", "error"]) {
        fresh.addEventListener(type, () => {
          if (item.fresh == fresh) settle(item, type == "error");
        });
      }
      fresh.async = !ordered || oneByOne;
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
      if (performance.now() > end) {
        later = true;
        soon(() => {
          later = false;
          pump();
        });
        return;
      }
      const { element } = item;
      if (!element.isConnected) {
        forget(item);
        item.is = "held";
        continue;
      }
      const after = element.getAttribute("data-after");
      const lane = laneOf(element);
      if (after ? !env.hasRun(after) : stuck[lane]) continue;
      const ordered = !after && lane < 2;
      const full = line.length && (oneByOne || !scriptUrl(element));
      if (ordered && (full || lane && blocking.size)) stuck[lane] = true;
      else start(item, ordered);
    }
  };
  const pump = () => {
    again = true;
    if (pumping || later) return;
    pumping = true;
    const end = performance.now() + SLICE;
    while (again && !later) {
      again = false;
      pass(end);
    }
    pumping = false;
  };
  const add = (item) => {
    waiting.add(item);
    if (!laneOf(item.element) && !item.element.hasAttribute("data-after")) blocking.add(item);
  };
  return {
    add,
    pump,
    cancel(refused) {
      for (const item of [...waiting, ...started.keys()]) {
        if (!refused(item)) continue;
        stop(item);
        item.is = "held";
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
