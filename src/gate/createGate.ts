import type { ProblemCode } from "../core/problems/problem.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { queryAll } from "../lib/queryAll.ts";
import { eachMarked } from "./eachMarked.ts";
import { isBeingParsed } from "./isBeingParsed.ts";
import { idsOf, isInert, keyOf, scriptLabel, scriptUrl, type Item } from "./item.ts";
import { DONE, makeScript } from "./makeScript.ts";
import { createScriptQueue, type ScriptQueue } from "./scriptQueue.ts";
import { trustedPolicy, type Trust, type TrustedPolicy } from "./trustedPolicy.ts";

/** What the gate needs of the world. */
export interface GateEnv {
  window: Window & typeof globalThis;
  /** Out of reach of markup (`safeDocument`). */
  document: Document;
  /** Whether everything that a `data-consent` attribute names is permitted now. */
  _permits: (ids: string) => boolean;
  /** CSP nonce for scripts that carry none, or empty. */
  _nonce: string;
  /** Nonce of the library's own tag: a script without the same one stays blocked. Empty where the tag carries none. */
  _ownNonce: string;
  /** Scripts that the inline head has released. */
  _early: WeakSet<Element> | undefined;
  _report: (code: ProblemCode, at: string) => void;
  /** What a marked element of the page needs. */
  _onMark: (ids: string) => void;
  /** A root is looked into from now on. */
  _onRoot: (root: Node & ParentNode) => void;
  /** There is a marked element that is not a script (`createEmbeds`). */
  _onEmbed: () => void;
  /** A script on its way is no longer permitted (`stopScripts`). */
  _onShut: () => void;
  /** A script that others wait for hangs (`unstick`). */
  _onHang: (item: Item) => void;
  /** Scripts are to start that need more (`queue.useLate`). */
  _onLate: () => undefined;
  /** Markup that someone else fills in appeared: toggles, declarations, receipts. */
  _onMarkup: (element: Element) => void;
  /** Anything was inserted into the page. */
  _onInsert: () => void;
  /** Milliseconds that a script may take before the next one is let through. */
  _patience: number;
  /** Aborted at the end: nothing is looked at or started any more. */
  _end: AbortController;
}

/** The lock: runs the scripts that a page marked, once they are permitted. */
export interface Gate {
  /** Looks at the whole page and at everything inserted or changed from now on. */
  _start(): void;
  /** Also looks into a shadow root (or another part of a document). Gives the undo. */
  _observe(root: Node & ParentNode): () => void;
  /** What is looked at, the document and what `observe` was called for, with what looks. */
  readonly _roots: Map<Node & ParentNode, MutationObserver[]>;
  /** Every marked script that is still alive. */
  _items(): Item[];
  /** Takes note of one marked script, as it is now. */
  _meet(element: Element): void;
  /** Whether an element may run or load now. */
  _permitted(item: Item): boolean;
  _open(item: Item): void;
  /** Makes what script sinks accept. */
  readonly _trust: Trust;
  readonly _queue: ScriptQueue;
  /** Whether a script that needs `id` has run on this page: only a reload unloads it. */
  _hasRun(id: string): boolean;
}

/** What changes a mark. */
const WATCHED = ["data-consent", "type"];
/** What the page has filled in. */
export const FILLED = "[data-consent-toggle],[data-consent-declaration],[data-consent-receipt]";
/**
 * Marked elements, but no form: its inputs take the place of its own properties (HTML, "form", named
 * access), so that nothing it says of itself can be believed.
 */
const MARKED = `:not(form):is([data-consent],${FILLED},script[type="${DONE}"])`;
/** Runs once a page, wherever it comes again: by our word, and Astro's. */
const RUN_ONCE = "[data-run=once],[data-astro-exec]";

/** Outlives an instance: a page may make the policy but once, and a second start needs it too. */
let policy: TrustedPolicy | undefined;

/** Makes the lock. Nothing is touched before `start`. */
export function createGate(env: GateEnv): Gate {
  const { document, window } = env;
  const { signal } = env._end;
  const known = new WeakMap<Element, Item>();
  /** Weak, because a page may drop marked elements, and may put them back. */
  let met: WeakRef<Element>[] = [];
  /** Inline scripts that the parser may still be filling. */
  const unripe: Element[] = [];
  /** Ids whose scripts have run on this page, element ids of those scripts (`#id`), and what they were. */
  const ran = new Set<string>();
  const trust: Trust = (sink, text) => (policy ??= trustedPolicy(window))[sink](text);

  const permitted = (item: Item): boolean => !isIgnored(item._element) && env._permits(idsOf(item));

  const queue = createScriptQueue(env, {
    _make(item) {
      const fresh = makeScript(item._element, document, env._nonce, trust);
      known.set(fresh, item);
      return fresh;
    },
    _hasRun(id) {
      const other = document.getElementById(id);
      return (
        ran.has(`#${id}`) ||
        // One that is not gated can be taken to have run when the page is complete, unless it came later.
        (!!other &&
          !known.has(other) &&
          document.readyState == "complete" &&
          queue._late!._hasCome(other as HTMLScriptElement, queue._pump))
      );
    },
    _done: (item) => remember(ran, item._element, idsOf(item)),
    _permitted: permitted,
  });

  const open = (item: Item): void => {
    const { _element: element } = item;
    const isForeign = env._ownNonce && (element as HTMLElement).nonce != env._ownNonce;
    if (isForeign) return env._report("nonce-missing", scriptLabel(item));
    if (item._fresh || !element.matches(RUN_ONCE) || !ran.has(keyOf(element))) queue._add(item);
  };

  const meet = (element: Element): void => {
    let item = known.get(element);
    const ids = element.getAttribute("data-consent");
    // Ours, which comes a thousand times where a thousand run.
    if ((item && ids == null) || isIgnored(element)) return;
    if (element.matches(FILLED)) env._onMarkup(element);
    if (ids == null) return dropCopy(element, env._early);
    env._onMark(ids);
    if (element.localName != "script") return env._onEmbed();
    if (!item) {
      // The inline head released it.
      if (env._early?.has(element)) return remember(ran, element, ids);
      if (!isInert(element)) return;
      if (!scriptUrl(element) && isBeingParsed(element, document)) return void unripe.push(element);
      // Each field its own: a page's polluted prototype must not answer for one that is not set.
      item = { _element: element, _is: "held", _shut: false, _fresh: undefined };
      known.set(element, item);
      met.push(new WeakRef(element));
    }
    // Also what was taken out and is put back, and what changed.
    if (permitted(item)) open(item);
    else if (item._is == "running") env._onShut();
  };

  const leave = (element: Element): void => takeAlong(element, known.get(element));
  /** Copies of ours come and change a thousand times where a thousand run: they are known before they are asked. */
  const find = (node: Node, use: (element: Element) => void): void => {
    if (known.get(node as Element)?._fresh != node) eachMarked(node, MARKED, use);
  };

  const onNews = (mutations: readonly MutationRecord[]): void => {
    unripe.splice(0).forEach(meet);
    for (const record of mutations) {
      for (const node of record.removedNodes) find(node, leave);
      for (const node of record.attributeName ? [record.target] : record.addedNodes)
        find(node, meet);
    }
    queue._pump();
    env._onInsert();
  };

  const roots: Gate["_roots"] = new Map();
  const observe = (root: Node & ParentNode): (() => void) => {
    const observer = new MutationObserver(onNews);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: WATCHED });
    const observers = [observer];
    const stop = (): void => {
      observers.forEach((one) => one.disconnect());
      roots.delete(root);
    };
    signal.addEventListener("abort", stop);
    roots.set(root, observers);
    queryAll(root, MARKED).forEach(meet);
    queue._pump();
    env._onRoot(root);
    return stop;
  };

  return {
    _queue: queue,
    _open: open,
    _observe: observe,
    _meet: meet,
    _permitted: permitted,
    _roots: roots,
    _trust: trust,
    _start() {
      document.addEventListener("readystatechange", () => onNews([]), { signal });
      // Not its element: that can be exchanged.
      observe(window.document);
    },
    _items: () => (met = met.filter((ref) => ref.deref())).map((ref) => known.get(ref.deref()!)!),
    _hasRun: (id) => ran.has(id),
  };
}

/** Keeps that a script ran, and what it needed then. */
function remember(ran: Set<string>, element: Element, ids: string): void {
  for (const id of `#${element.id} ${ids}`.split(/\s/)) ran.add(id);
  ran.add(keyOf(element));
}

/** A copy of what ran, made by others, goes: it belongs to no held script. */
function dropCopy(element: Element, early: GateEnv["_early"]): void {
  if (element.matches("script") && !early?.has(element.nextElementSibling!)) element.remove();
}

/** A marked element was taken out: its copy goes along. */
function takeAlong(element: Element, { _element: held, _fresh: fresh }: Partial<Item> = {}): void {
  // A morph may have made the page's own of the copy.
  if (held != element || !fresh || fresh.hasAttribute("data-consent")) return;
  if (held.isConnected) held.before(fresh);
  else fresh.remove();
}
