import type { Placeholder } from "../core/config/parts.ts";

/** What the visitor sees, fetched when there is something to see. */
export interface EngineUi {
  /** Without a part, only as long as there is something to ask. */
  _show(view: "banner" | "preferences", part?: string): Promise<void>;
  _hide(): void;
  /** Has the button that reopens the settings on the page, where the site wants it. */
  _stand(): Promise<unknown>;
  _update(): void;
  /** Exactly what is shown, or empty where nothing was. */
  _notice(): string;
  /** Language shown, or empty where nothing was. */
  _language(): string;
  /** Says that a withdrawal on the page before has taken effect. */
  _confirm(): Promise<void>;
  /** Stands in for a withheld embed. */
  _hold(element: Element, ids: string, loadOnce: () => void): Promise<Placeholder | undefined>;
  /** Takes over a toggle, a declaration or a receipt. */
  _fill(element: Element): void;
  /** Puts the UI back where a body swap took it away. */
  _rehome(): void;
  _destroy(): void;
}
