/** The address that opens the settings. */
export const SETTINGS_HASH = "#cookie-settings";

/** What opens the settings when it is clicked. */
export const OPENERS: string = `[data-consent-open],a[href="${SETTINGS_HASH}"]`;
