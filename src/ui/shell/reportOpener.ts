import type { UiHost } from "../../core/config/parts.ts";
import { openers } from "../../lib/openers.ts";

/**
 * Tells the site's owner as `reopen-missing` that the page has nothing to open the settings with, though the banner says
 * that every page has.
 */
export function reportOpener({ config, document, report }: UiHost): void {
  if (!config.reopenButton && !document.querySelector(openers)) report("reopen-missing", "");
}
