/** What keeps another tool's links, calls and events working, asked for with `migrate: { <id>: { map, shim: true } }`. */
export type Shim = (tool: ShimContext) => void;

/** What a shim may use. Names are the tool's own, those of `map`; what the map does not name is never permitted. */
export interface ShimContext {
  /** The page's window. */
  readonly window: Window & Record<string, unknown>;
  /** The names in `map`. */
  readonly names: readonly string[];
  permits(this: void, name: string): boolean;
  /** Whether the visitor has decided everything that is asked. */
  isDecided(this: void): boolean;
  show(this: void, view: "banner" | "preferences"): void;
  hide(this: void): void;
  /** Decide as the instance's own methods do. */
  acceptAll(this: void): void;
  rejectAll(this: void): void;
  save(this: void, answers: Readonly<Record<string, boolean>>): void;
  /** Calls once the stored choice is acted on, and after each change of it. */
  onChoice(this: void, listener: (isStart: boolean) => void): void;
  /** A visitor's click on what the selector finds, or inside it; a link is not followed. */
  onClick(this: void, selector: string, listener: (element: Element) => void): void;
  /** Makes a global, where the page has none of that name. */
  define(this: void, name: string, value: object): void;
  /** Calls a global function of the page, if there is one. */
  call(this: void, name: string): void;
  /** Calls what the page handed in; what it throws is reported. */
  run(this: void, listener: unknown, ...given: readonly unknown[]): void;
  event(this: void, type: string, detail: unknown): Event;
  /** Sends an event at the window. */
  send(this: void, type: string, detail?: unknown): void;
}
