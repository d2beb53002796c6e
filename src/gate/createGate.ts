import type { ProblemCode } from "../core/problems/problem.ts";
import { scriptType, scriptUrl, type Item } from "./item.ts";
import { makeScript } from "./makeScript.ts";
import { releaseEmbed } from "./releaseEmbed.ts";
import { createScriptQueue, type ScriptQueue } from "./scriptQueue.ts";
import { trustedPolicy, type Trust, type TrustedPolicy } from "./trustedPolicy.ts";

/** What the gate needs of the world. */
export interface GateEnv {
  window: Window & typeof globalThis;
  /** Out of reach of markup (`safeDocument`). */
  document: Document;
  /** Whether everything that a `data-consent` attribute names is permitted now. */
  permits: (ids: string) => boolean;
  /** CSP nonce for scripts that carry none, or empty. */
  nonce: string;
  report: (code: ProblemCode, at: string) => void;
  /** An embed is not permitted and wants more than to be left alone (`createWarden`). */
  onShut: (item: Item) => void;
  /** A script that others wait for hangs (`unstick`). */
  onHang: (item: Item) => void;
  /** Scripts are to start that may come too late for the page's events (`queue.late`, then `queue.pump`). */
  onLate: () => void;
  /** Markup that someone else fills in appeared: toggles, declarations, receipts. */
  onMarkup: (element: Element) => void;
  /** Anything was inserted into the page. */
  onInsert: () => void;
  /** Milliseconds that a script may take before the next one is let through. */
  patience: number;
  /** Aborted at the end: nothing is looked at or started any more. */
  end: AbortController;
}

/** The lock: releases what a page marked, once it is permitted. What is shut again, the warden shuts. */
export interface Gate {
  /** Looks at the whole page and at everything inserted from now on. */
  start(): void;
  /** Also looks into a shadow root (or another part of a document). Gives the undo. */
  observe(root: Node & ParentNode): () => void;
  /** Every marked element that is still alive. */
  items(): Item[];
  /** Takes note of one marked element. */
  meet(element: Element): void;
  open(item: Item): void;
  readonly queue: ScriptQueue;
  /** Whether a script that needs `id` has run on this page: only a reload unloads it. */
  hasRun(id: string): boolean;
}

const FILLED = "[data-consent-toggle],[data-consent-declaration],[data-consent-receipt]";
/**
 * Marked elements, but no form: its inputs take the place of its own properties (HTML, "form", named
 * access), so that nothing it says of itself can be believed.
 */
const MARKED = `:not(form):is([data-consent],${FILLED})`;
/** Embeds whose absence a visitor would notice, or whose address stands in the open. */
const SHUT = "iframe,video,audio,object,embed,[data-placeholder],[src],[srcset],[href]";

/** Makes the lock. Nothing is touched before `start`. */
export function createGate(env: GateEnv): Gate {
  const { document, window } = env;
  const { signal } = env.end;
  const { matches, querySelectorAll } = window.Element.prototype;
  const known = new WeakMap<Element, Item>();
  /** Weak, because a page may drop marked elements, and may put them back. */
  let met: WeakRef<Element>[] = [];
  /** Inline scripts that the parser may still be filling. */
  const unripe: Element[] = [];
  /** Ids whose scripts have run on this page, and element ids of those scripts (`#id`). */
  const ran = new Set<string>();
  /** Scripts that ran, by what they are: one that a body swap brings back does not run again. */
  const copies = new Map<string, Element | undefined>();
  let policy: TrustedPolicy | undefined;
  const trust: Trust = (sink, text) => (policy ??= trustedPolicy(window))[sink](text);

  /** Keeps that a script ran. */
  const done = (item: Item): void => {
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
      // One that is not gated can be taken to have run when the page is complete.
      const other = document.getElementById(id);
      return (
        ran.has(`#${id}`) || (!!other && !known.has(other) && document.readyState == "complete")
      );
    },
    done,
  );

  const open = (item: Item): void => {
    const { element } = item;
    if (item.is != "held") return;
    item.is = "open";
    if (!item.script) {
      item.unplace?.();
      item.unplace = null;
      releaseEmbed(element, trust);
    } else if (copies.get(keyOf(element))?.isConnected !== false || runsEach(element)) {
      // Else the same script, come back with a swapped body, has run. Two copies side by side are two.
      queue.add(item);
    }
  };

  const judge = (item: Item): void => {
    if (item.once || env.permits(item.ids)) open(item);
    else if (!item.script && item.element.matches(SHUT)) env.onShut(item);
  };

  const meet = (element: Element): void => {
    if (element.matches(FILLED)) env.onMarkup(element);
    const ids = element.getAttribute("data-consent");
    if (ids == null) return;
    let item = known.get(element);
    if (!item) {
      const script = element.localName == "script";
      // Each field its own: a page's polluted prototype must not answer for one that is not set.
      item = {
        element,
        ids,
        script,
        is: "held",
        once: false,
        shut: false,
        fresh: undefined,
        unplace: null,
      };
      if (script) {
        if (element.getAttribute("type") != "text/plain") {
          // The inline head released it, or nothing ever withheld it: it has run.
          item.fresh = element as HTMLScriptElement;
          return done(item);
        }
        if (!scriptUrl(element) && isBeingParsed(element)) return void unripe.push(element);
      }
      known.set(element, item);
      met.push(new WeakRef(element));
    }
    judge(item); // Also what was taken out and is put back.
  };

  /** The parser may still be adding text: nothing follows the element yet. */
  const isBeingParsed = (element: Element): boolean => {
    let node: Node | null = element;
    while (node && !node.nextSibling) node = node.parentNode;
    return !node && document.readyState == "loading";
  };

  const onNews = (mutations: readonly MutationRecord[]): void => {
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

  const observe = (root: Node & ParentNode): (() => void) => {
    const observer = new MutationObserver(onNews);
    const stop = (): void => observer.disconnect();
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
      const items: Item[] = [];
      met = met.filter((ref) => {
        const item = known.get(ref.deref()!);
        return item && items.push(item);
      });
      return items;
    },
    hasRun: (id) => ran.has(id),
  };
}

/** What a script is, wherever it stands. */
function keyOf(element: Element): string {
  return `${scriptType(element)} ${scriptUrl(element) || element.textContent}`;
}

/** `data-run="each"`: runs again on each grant. */
export function runsEach(element: Element): boolean {
  return element.getAttribute("data-run") == "each";
}
