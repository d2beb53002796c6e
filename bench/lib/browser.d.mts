import type { Browser, BrowserContext } from "playwright";

/** Chromium that believes the bench's servers and finds them on this machine. */
export function openBrowser(world: { trust: string }, more?: readonly string[]): Promise<Browser>;
/** A visitor with a fresh profile. */
export function openVisitor(browser: Browser): Promise<BrowserContext>;
