import type { Browser } from "playwright";

/** Chromium that believes the bench's servers and finds them on this machine. */
export function openBrowser(world: { trust: string }, more?: readonly string[]): Promise<Browser>;
