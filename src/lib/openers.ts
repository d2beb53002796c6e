import { settingsHash } from "./settingsHash.ts";

/** What opens the settings when it is clicked. */
export const openers: string = `[data-consent-open],a[href="${settingsHash}"]`;
