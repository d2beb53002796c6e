import type { Page } from "playwright";

/** A cookie as the browser keeps it. */
export interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  /** Seconds since 1970, or -1 for a session cookie. */
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string;
}

export type Key = "Escape" | "Tab" | "Enter" | "Space";

/** What a test does with one tab of a fresh profile, in whatever engine. */
export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page. It sees its argument, and nothing of the test's scope. */
  evaluate<T>(run: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** A real click in the middle of the first element that fits; looks into open shadow roots. */
  click(selector: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Every cookie of the site on show, with its attributes. */
  cookies(): Promise<Cookie[]>;
  /** Another tab of the same profile; it closes with the first. */
  second(): Promise<Tab>;
  /** What the browser itself says it asked for: the second witness. Undefined where the driver is mute. */
  requests?(): readonly string[];
  /** Playwright's own page, where it drives: the test kit takes it as it is. */
  page?: Page;
  /** Closes this tab alone, as a visitor does. */
  leave(): Promise<void>;
  /** Ends the visit: the profile with all its tabs. */
  close(): Promise<void>;
}

export interface TabOptions {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  /** Whether what enters may move, as on most devices; default no. */
  moves?: boolean;
  /** In the browser that visitors have: the tests' own Chromium sends no reports. */
  whole?: boolean;
  /**
   * What going to a page waits for; default its `load`. Firefox and WebKit keep that back for a module that a
   * classic script imports: where a file is held, only the markup can be waited for.
   */
  arrival?: "load" | "domcontentloaded";
}

/** A browser engine that runs here. */
export interface Engine {
  name: "chromium" | "firefox" | "webkit";
  /** Starts the browser, where the first tab would. */
  launch?(): Promise<void>;
  /** Opens a tab in a fresh profile. */
  open(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}
