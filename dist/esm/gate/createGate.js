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
  const { signal } = env.end;
  const { matches, querySelectorAll } = window.Element.prototype;
  const known = /* @__PURE__ */ new WeakMap();
  let met = [];
  const unripe = [];
  const ran = /* @__PURE__ */ new Set();
  const copies = /* @__PURE__ */ new Map();
  let policy;
  const trust = (sink, text) => (policy ??= trustedPolicy(window))[sink](text);
  const done = (item) => {
    const { element, ids, fresh } = item;
    item.is = "open";
    for (const id of `#${element.id} ${ids}`.split(/\s/)) ran.add(id);
    copies.set(keyOf(element), fresh);
  };
  const queue = createScriptQueue(
    env,
    (item) => {
      const fresh = makeScript(item.element, document, env.nonce, trust);
      known.set(fresh, item);
      return fresh;
    },
    (id) => {
      const other = document.getElementById(id);
      return ran.has(`#${id}`) || !!other && !known.has(other) && document.readyState == "complete";
    },
    done
  );
  const open = (item) => {
    const { element } = item;
    if (item.is != "held") return;
    item.is = "open";
    if (!item.script) {
      item.unplace?.();
      item.unplace = null;
      releaseEmbed(element, trust);
    } else if (copies.get(keyOf(element))?.isConnected !== false || runsEach(element)) {
      queue.add(item);
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
    if (!item) {
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
        if (!scriptUrl(element) && isBeingParsed(element)) return void unripe.push(element);
      }
      known.set(element, item);
      met.push(new WeakRef(element));
    }
    judge(item);
  };
  const isBeingParsed = (element) => {
    let node = element;
    while (node && !node.nextSibling) node = node.parentNode;
    return !node && document.readyState == "loading";
  };
  const onNews = (mutations) => {
    unripe.splice(0).forEach(meet);
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (matches.call(node, MARKED)) meet(node);
        querySelectorAll.call(node, MARKED).forEach(meet);
      }
    }
    queue.pump();
    env.onInsert();
  };
  const observe = (root) => {
    const observer = new MutationObserver(onNews);
    const stop = () => observer.disconnect();
    signal.addEventListener("abort", stop);
    observer.observe(root, { childList: true, subtree: true });
    root.querySelectorAll(MARKED).forEach(meet);
    queue.pump();
    return stop;
  };
  return {
    queue,
    open,
    observe,
    meet,
    start() {
      document.addEventListener("readystatechange", () => onNews([]), { signal });
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
    hasRun: (id) => ran.has(id)
  };
}
function keyOf(element) {
  return `${scriptType(element)} ${scriptUrl(element) || element.textContent}`;
}
function runsEach(element) {
  return element.getAttribute("data-run") == "each";
}

export { createGate, runsEach };
