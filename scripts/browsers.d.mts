/**
 * Playwright launch options for an engine on this machine, or undefined where there is none.
 *
 * @param whole the browser that visitors have, not the lighter one without windows
 */
export function launchOptions(
  name: "chromium" | "firefox" | "webkit",
  whole?: boolean,
): Promise<{ executablePath?: string; channel?: string; args?: string[] } | undefined>;
/** WebKitGTK's driver and browser, or undefined. */
export function webkitGtk(): { driver: string; binary: string } | undefined;
/** Why an engine takes no part in the tests, or undefined where it does. */
export function absence(name: "chromium" | "firefox" | "webkit"): Promise<string | undefined>;
export const isRoot: boolean;
