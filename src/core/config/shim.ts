/** What keeps another tool's links, calls and events working, asked for with `migrate: { <id>: { map, shim: true } }`. */
export type Shim = (tool: ShimContext) => void;

/** What a shim may use. Names are the tool's own, those of `map`; what the map does not name is never permitted. */
export interface ShimContext {
  /** The page's window. */
  readonly window: Window & Record<string, unknown>;
  /** The names in `map`. */
  readonly names: readonly string[];
  /** Whether `name`, a name of the tool, is permitted now. */
  permits(this: void, name: string): boolean;
  /** Whether the visitor has decided everything that is asked. */
  isDecided(this: void): boolean;
  /** Opens a `view` of the interface. */
  show(this: void, view: "banner" | "preferences"): void;
  /** Closes what is open; decides nothing. */
  hide(this: void): void;
  /** Decide as the instance's own methods do. */
  acceptAll(this: void): void;
  /** Refuses everything, as the instance's own method does. */
  rejectAll(this: void): void;
  /** Decides `answers`, by the tool's own names, as the instance's own method does. */
  save(this: void, answers: Readonly<Record<string, boolean>>): void;
  /**
   * Calls once the stored choice is acted on, and after each change of it.
   * `listener` hears whether it is the start.
   */
  onChoice(this: void, listener: (isStart: boolean) => void): void;
  /**
   * A visitor's click on what the selector finds, or inside it; a link is not followed.
   *
   * @param selector CSS
   * @param listener gets the element that the selector found
   */
  onClick(this: void, selector: string, listener: (element: Element) => void): void;
  /**
   * Makes a global, where the page has none of that name.
   *
   * @param name of the global
   * @param value stands under the name
   */
  define(this: void, name: string, value: object): void;
  /**
   * Calls a global function of the page, if there is one.
   *
   * @param name of the global
   */
  call(this: void, name: string): void;
  /**
   * Calls what the page handed in; what it throws is reported.
   *
   * @param listener anything; what is no function is left alone
   * @param given the arguments
   */
  run(this: void, listener: unknown, ...given: readonly unknown[]): void;
  /** Makes an event of this `type` that carries `detail`. */
  event(this: void, type: string, detail: unknown): Event;
  /**
   * Sends an event at the window.
   *
   * @param type of the event
   * @param detail default: none
   */
  send(this: void, type: string, detail?: unknown): void;
}
