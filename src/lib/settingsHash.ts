/** The address that opens the settings. */
export const settingsHash = "#cookie-settings";
