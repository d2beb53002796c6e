import type { UiHandle, UiHost } from "../../core/config/parts.ts";
import type { Focus } from "./createFocus.ts";
import type { News } from "./createNews.ts";
import type { Seen } from "./createSeen.ts";
import type { Shell } from "./createShell.ts";
import type { Texts } from "./createTexts.ts";
import type { Guard } from "./guardEvents.ts";
import type { CentreLoader } from "./loadCentre.ts";

export type View = "none" | "banner" | "preferences";

/** What the views are made of. */
export interface ViewParts {
  _host: UiHost;
  _words: Texts;
  _shell: Shell;
  _focus: Focus;
  _seen: Seen;
  _news: News;
  _loader: CentreLoader;
  _guard: Guard;
  /** The preference centre, which shows more than was shown before, has come into view. */
  _onCentre(): void;
}

/** Which of the views is open, and what opens and closes them. */
export interface Views {
  readonly _view: View;
  show: UiHandle["show"];
  /** Closes what is open or on its way; decides nothing. */
  hide(): void;
  _close(next: View, event?: Event): void;
  /** Takes what is open out of sight, and acts; the rest of closing it comes when that is done, and painted. */
  _vanish(event: Event, act: () => unknown): void;
  /** Says what is so, and brings the preference centre up to date. */
  _refresh(): void;
  /** Puts the host where it can be used, and what is open above what the page shows. */
  _lift(): HTMLElement | null;
  /** The page changed: the link that it lacked may be there. */
  _onPage(): void;
  /** The words of the first layer, also where it is not on show. */
  _words(): string;
  destroy(): void;
}
