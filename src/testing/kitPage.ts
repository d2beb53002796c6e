/**
 * What the kit needs of a browser's driver. A Playwright `Page` fits as it is; the types are written
 * out so that the package depends on no driver, and so that another one can be fitted in a few lines.
 */
export interface KitPage {
  context(): KitContext;
  /** Address of the page on show. */
  url(): string;
  goto(url: string): Promise<unknown>;
  /** A real click on the first element that fits; looks into open shadow roots. */
  click(selector: string): Promise<unknown>;
  /** Runs a function in the page, with one argument; it sees nothing of its surroundings here. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  mouse: {
    move(x: number, y: number): Promise<unknown>;
    wheel(x: number, y: number): Promise<unknown>;
  };
  on(type: "websocket", listener: (socket: { url(): string }) => void): unknown;
  off(type: "websocket", listener: (socket: { url(): string }) => void): unknown;
}

/** One visitor: a profile with its cookies and all its pages (Playwright's `BrowserContext`). */
export interface KitContext {
  pages(): readonly KitPage[];
  cookies(): Promise<readonly KitCookie[]>;
  addCookies(cookies: readonly NewCookie[]): Promise<unknown>;
  on(type: "request", listener: (request: KitRequest) => void): unknown;
  off(type: "request", listener: (request: KitRequest) => void): unknown;
  close(): Promise<unknown>;
}

/** A request as the driver tells of it when it begins. */
export interface KitRequest {
  url(): string;
  method(): string;
  /** `"script"`, `"image"`, `"ping"` … in the driver's words. */
  resourceType(): string;
  /** Whether it fetches a document, of a frame too. */
  isNavigationRequest(): boolean;
  /** The request that sent the browser here, or null. */
  redirectedFrom(): object | null;
  frame(): { parentFrame(): object | null };
}

/** As much of a driver's cookie as is used. */
export interface KitCookie {
  name: string;
  value: string;
  domain: string;
  httpOnly: boolean;
}

/** A cookie for the one host of `url`, whole site. */
export interface NewCookie {
  name: string;
  value: string;
  url?: string;
  domain?: string;
  path?: string;
  /** Seconds since 1970. */
  expires: number;
  secure: boolean;
  sameSite: "Lax";
}
