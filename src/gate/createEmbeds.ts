import type { ProblemCode } from "../core/problems/problem.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { queryAll } from "../lib/queryAll.ts";
import { HOLDABLE, WATCHED } from "./addresses.ts";
import type { Gate } from "./createGate.ts";
import { eachMarked } from "./eachMarked.ts";
import { nameLoader } from "./nameLoader.ts";
import { loadAsWritten, loadLate, releaseEmbed } from "./releaseEmbed.ts";
import { watch } from "./watch.ts";
import { withholdEmbed } from "./withholdEmbed.ts";

/** A placeholder that stands, or is on its way. */
export interface Placing {
  undo(): void;
  /** Whether it no longer stands right before what it stands for. */
  isAstray(): boolean;
}

/** What embeds need of the world. */
export interface EmbedsEnv {
  window: Window & typeof globalThis;
  gate: Gate;
  /** Whether everything that a `data-consent` attribute names is permitted now. */
  permits: (ids: string) => boolean;
  /** Puts up a placeholder. */
  place: (element: Element, ids: string, loadOnce: () => void) => Placing;
  /** The visitor loads what needs these ids this time. */
  loadOnce: (ids: string) => void;
  report: (code: ProblemCode, at: string) => void;
}

/** What a page marked that is not a script: loads what is permitted, withholds all else, stands in for it. */
export interface Embeds {
  /** Also looks into a root, as long as the gate observes it. */
  _observe(root: Node & ParentNode): void;
  /** Permissions changed: withholds what lost them. */
  _withhold(): void;
  /** Permissions changed: lets load what has them. */
  _release(): void;
  _destroy(): void;
}

/** `held`: blocked. `shown`: may load. Each may follow the other; what is neither was not looked at yet. */
interface Embed {
  is: "held" | "shown" | undefined;
  /** What stands in for it, and for which ids. */
  placing: (Placing & { ids: string }) | undefined;
}

const HOST = "[data-consentry-placeholder]";
const MARKED = `[data-consent]:not(script,form),${HOST}`;
/** What has a placeholder: a visitor would miss it. */
const MISSED = "iframe,video,audio,object,embed,[data-placeholder]";
/** What fetches by itself inside a marked film or sound. */
const UNMARKED = "source:not([data-consent])";
/** So often is the page looked at in one turn, and after so many milliseconds again. */
const MOST_TURNS = 99;
const PAUSE_MS = 99;

/** Looks at the page, and at everything that is inserted, moved or changed from now on. */
export function createEmbeds(env: EmbedsEnv): Embeds {
  const { window, gate, permits, place, loadOnce, report } = env;
  const { matches } = window.Element.prototype;
  const known = new WeakMap<Element, Embed>();
  /** Weak, because a page may drop marked elements, and may put them back. */
  let met: WeakRef<Element>[] = [];
  /** How often the page changed in this turn. */
  let turns = 0;

  const idsOf = (element: Element): string => element.getAttribute("data-consent") ?? "";
  const show = (element: Element, embed: Embed): void => {
    embed.is = "shown";
    unplace(embed);
    releaseEmbed(element, gate._trust);
  };

  const shut = (element: Element, embed: Embed): void => {
    const { is: before, placing } = embed;
    const ids = idsOf(element);
    loadLate(element);
    embed.is = "held";
    const { changed, open } = withholdEmbed(element);
    if (before == "held" && changed) report("src-set-by-script", ids + nameLoader(element));
    else if (!before && open) report("src-not-withheld", ids);
    if (!before && element.querySelector(UNMARKED)) {
      report("consent-without-effect", `<source> in <${element.localName}> ${ids}`);
    }
    if (placing && (placing.ids != ids || placing.isAstray())) unplace(embed);
    if (embed.placing || !element.isConnected || !element.matches(MISSED)) return;
    embed.placing = { ids, ...place(element, ids, () => loadOnce(ids)) };
  };

  /** As the element says now, and where it stands now. */
  const judge = (element: Element): void => {
    let embed = known.get(element);
    if (!element.hasAttribute("data-consent")) {
      if (embed) unplace(embed);
      return;
    }
    if (isIgnored(element)) return;
    const ids = idsOf(element);
    if (!element.matches(HOLDABLE)) {
      if (ids.trim()) report("consent-without-effect", `<${element.localName}> ${ids}`);
      return;
    }
    if (!embed) {
      known.set(element, (embed = { is: undefined, placing: undefined }));
      met.push(new WeakRef(element));
    }
    if (permits(ids)) show(element, embed);
    else shut(element, embed);
  };

  /** Every embed that is still alive. */
  const all = (): Element[] => {
    met = met.filter((ref) => ref.deref());
    return met.map((ref) => ref.deref()!);
  };

  /** A placeholder was taken away, or something stands between: those that stand go along with what they stand for. */
  const follow = (): void => {
    for (const element of all()) {
      const { placing } = known.get(element)!;
      if (placing && !element.isConnected) unplace(known.get(element)!);
      else if (placing?.isAstray()) judge(element);
    }
  };

  const meet = (element: Element): void => {
    if (!matches.call(element, HOST)) judge(element);
    // A copy of a placeholder has no shadow root, or one that was kept as text, without our sheets: it is nobody's.
    else if (!element.shadowRoot?.adoptedStyleSheets.length) element.remove();
  };

  const onNews = (mutations: readonly MutationRecord[]): void => {
    // Another script may want the opposite, over and over: the rest of this turn is looked at after the page had time to
    // paint. Firefox (153) painted no more where the next turn came at once.
    if (!turns++) setTimeout(() => (turns = 0));
    if (turns > MOST_TURNS) return void setTimeout(onNews, PAUSE_MS, mutations);
    let isAstray = false;
    const stray = (): void => void (isAstray = true);
    for (const { target, attributeName, addedNodes, removedNodes, previousSibling } of mutations) {
      if (attributeName == "data-consent-ignore") eachMarked(target, MARKED, meet);
      else if (attributeName && (known.has(target as Element) || matches.call(target, MARKED))) {
        judge(target as Element);
      }
      removedNodes.forEach((node) => eachMarked(node, MARKED, stray));
      addedNodes.forEach((node) => eachMarked(node, MARKED, meet));
      if (addedNodes.length && (previousSibling as Partial<Element> | null)?.shadowRoot) stray();
    }
    if (isAstray) follow();
  };

  const observe = (root: Node & ParentNode): void => {
    const observers = gate._roots.get(root)!;
    if (observers.length > 1) return; // Looked into since it was made.
    observers.push(watch(root, onNews, WATCHED));
    queryAll(root, MARKED).forEach(meet);
  };
  for (const root of gate._roots.keys()) observe(root);

  return {
    _observe: observe,
    _withhold() {
      for (const element of all()) if (!permits(idsOf(element))) judge(element);
    },
    _release() {
      for (const element of all()) if (permits(idsOf(element))) judge(element);
    },
    _destroy() {
      for (const element of all()) {
        unplace(known.get(element)!);
        loadAsWritten(element);
      }
    },
  };
}

function unplace(embed: Embed): void {
  embed.placing?.undo();
  embed.placing = undefined;
}
