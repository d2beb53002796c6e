import { scriptUrl, scriptType } from './item.js';
import { makeScript } from './makeScript.js';
import { releaseEmbed } from './releaseEmbed.js';
import { createScriptQueue } from './scriptQueue.js';
import { trustedPolicy } from './trustedPolicy.js';

const FILLED = "[data-consent-toggle],[data-consent-declaration],[data-consent-receipt]";
const MARKED = `:not(form):is([data-consent],${FILLED})`;
const SHUT = "iframe,video,audio,object,embed,[data-placeholder],[src],[srcset],[href]";
function createGate(env) {
  const { document, window } = env;
  const { matches, querySelectorAll } = window.Element.prototype;
  const known = /* @__PURE__ */ new WeakMap();
  let met = [];
  const unripe = [];
  const ran = /* @__PURE__ */ new Set();
  const copies = /* @__PURE__ */ new Map();
  const observers = [];
  const loaded = [];
  let policy;
  const maker = {
    document,
    nonce: env.nonce,
    policy: () => policy ??= trustedPolicy(window)
  };
  const done = (item) => {
    const { element, ids, fresh } = item;
    item.is = "open";
    for (const id of `#${element.id} ${ids}`.split(/\s+/)) ran.add(id);
    copies.set(keyOf(element), fresh);
  };
  const queue = createScriptQueue({
    document,
    late: () => gate.late?.(),
    patience: env.patience,
    report: env.report,
    hasRun(id) {
      const other = document.getElementById(id);
      return ran.has(`#${id}`) || !!other && !known.has(other) && document.readyState == "complete";
    },
    make(item) {
      const fresh = makeScript(item.element, maker);
      known.set(fresh, item);
      return fresh;
    },
    done
  });
  const open = (item) => {
    const { element } = item;
    if (item.is != "held") return;
    item.is = "open";
    if (item.script) {
      if (copies.get(keyOf(element))?.isConnected === false && !runsEach(element)) return;
      queue.add(item);
    } else {
      item.unplace?.();
      item.unplace = null;
      releaseEmbed(element, maker.policy);
    }
  };
  const judge = (item) => {
    if (item.once || env.permits(item.ids)) open(item);
    else if (!item.script && item.element.matches(SHUT)) env.onShut(item);
  };
  const meet = (element) => {
    if (element.matches(FILLED)) env.onMarkup(element);
    const ids = element.getAttribute("data-consent");
    if (ids == null) return;
    let item = known.get(element);
    if (item) return judge(item);
    const script = element.localName == "script";
    item = {
      element,
      ids,
      script,
      is: "held",
      once: false,
      shut: false,
      fresh: void 0,
      unplace: null
    };
    if (script) {
      if (element.getAttribute("type") != "text/plain") {
        item.fresh = element;
        return done(item);
      }
      if (!scriptUrl(element) && isBeingParsed(element)) {
        unripe.push(element);
        return;
      }
    }
    known.set(element, item);
    met.push(new WeakRef(element));
    judge(item);
  };
  const isBeingParsed = (element) => {
    const walker = document.createTreeWalker(document.documentElement);
    walker.currentNode = element.lastChild ?? element;
    return document.readyState == "loading" && !walker.nextNode();
  };
  const ripen = () => {
    unripe.splice(0).forEach(meet);
  };
  const observe = (root) => {
    const observer = new MutationObserver((mutations) => {
      ripen();
      for (const { addedNodes } of mutations) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (matches.call(node, MARKED)) meet(node);
          querySelectorAll.call(node, MARKED).forEach(meet);
        }
      }
      queue.pump();
      env.onInsert();
    });
    observer.observe(root, { childList: true, subtree: true });
    observers.push(observer);
    root.querySelectorAll(MARKED).forEach(meet);
    queue.pump();
    return () => observer.disconnect();
  };
  const onReadyState = () => {
    ripen();
    queue.pump();
  };
  const gate = {
    late: void 0,
    queue,
    open,
    observe,
    start() {
      document.addEventListener("readystatechange", onReadyState);
      observe(document.documentElement);
    },
    items() {
      const items = [];
      met = met.filter((ref) => {
        const item = known.get(ref.deref());
        return item && items.push(item);
      });
      return items;
    },
    load: (url, ids, attributes) => new Promise((resolve, reject) => {
      const held = document.createElement("script");
      const own = { type: "text/plain", "data-consent": ids, "data-src": url };
      const all = { async: "", ...attributes, ...own };
      for (const [name, value] of Object.entries(all)) held.setAttribute(name, value);
      held.addEventListener("load", () => resolve());
      held.addEventListener("error", reject);
      loaded.push(held);
      document.querySelector("head").append(held);
      meet(held);
      queue.pump();
    }),
    hasRun: (id) => ran.has(id),
    destroy() {
      for (const observer of observers) observer.disconnect();
      document.removeEventListener("readystatechange", onReadyState);
      queue.cancel(() => true);
      for (const held of loaded) (known.get(held)?.fresh ?? held).remove();
    }
  };
  return gate;
}
function keyOf(element) {
  return `${scriptType(element)} ${scriptUrl(element) || element.textContent}`;
}
function runsEach(element) {
  return element.getAttribute("data-run") == "each";
}

export { createGate, runsEach };
