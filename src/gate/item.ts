import { heldAddress } from "./heldAddress.ts";

/**
 * Which status may follow which; the compiler holds every move to it.
 *
 * `held`: blocked. `queued`: a script that waits for its turn. `running`: a script on its way. `ran`: a script that ran or
 * failed; it is held again only where it is to run on each grant.
 */
export interface Moves {
  held: "queued";
  queued: "running" | "held";
  running: "ran" | "held";
  ran: "held";
}

export type Status = keyof Moves;

/**
 * One script that the page marked. What is known of it is kept here and nowhere in the page: others copy, morph, run
 * again and restore what stands there.
 */
export interface ItemIn<Now extends Status> {
  /** The element as the page wrote it. It stays where its owner put it, and stays inert. */
  readonly _element: Element;
  readonly _is: Now;
  /** Consent was missing since it last ran. */
  _shut: boolean;
  /** The script that runs, or ran, before the held one: ours. */
  _fresh: HTMLScriptElement | undefined;
}

export type Item = { [Now in Status]: ItemIn<Now> }[Status];

/** Moves an item on. */
export function move<Now extends Status>(item: ItemIn<Now>, to: Moves[Now]): void {
  (item as { _is: Status })._is = to;
}

/** Keeps the script that runs for an item; none, where it was taken away. */
export function setFresh(item: Item, fresh: Item["_fresh"]): void {
  item._fresh = fresh;
}

/** Keeps whether consent is missing since it last ran. */
export function setShut(item: Item, isShut: boolean): void {
  item._shut = isShut;
}

/** What an element needs, as it says now. Empty, and so never permitted, where it says nothing. */
export function idsOf({ _element: element }: Item): string {
  return element.getAttribute("data-consent") ?? "";
}

/** Address of a gated script, or empty for an inline one. */
export function scriptUrl(element: Element): string {
  return heldAddress(element, "src") ?? element.getAttribute("src") ?? "";
}

/** `""` for a classic script, else `module` or `importmap`. */
export function scriptType(element: Element): string {
  const type = element.getAttribute("data-type") ?? "";
  return type.endsWith("/javascript") ? "" : type;
}

/** Whether the browser leaves the script alone: types are compared as HTML does, without case and white space around. */
export function isInert(element: Element): boolean {
  return /^\s*text\/plain\s*$/i.test(element.getAttribute("type")!);
}

/**
 * Whether a browser runs scripts of this type, or acts upon them: the one place that judges it. (`spec` is for
 * speculation rules; what stands before `script` tells `jscript` from `typescript`.)
 */
export function runs(type: string): boolean {
  return /^\s*($|module|importmap|spec)|(va|ma|j|ve)script/i.test(type);
}

/** What a script is, wherever it stands. */
export function keyOf(element: Element): string {
  return `${scriptType(element)} ${scriptUrl(element) || element.textContent}`;
}

/** `data-run="each"`: runs again on each grant. */
export function runsEach(element: Element): boolean {
  return element.getAttribute("data-run") == "each";
}

/** What a report calls a script. */
export function scriptLabel({ _element: element }: Pick<Item, "_element">): string {
  return scriptUrl(element) || element.textContent!.trim().slice(0, 60);
}
