/**
 * Small enough to stand in the page itself: `consentry inline` puts it there, in one block with a constant
 * `consentryHead` that holds what it must know of the site.
 */
import type { HeadData } from "../head/headData.ts";
import { restoreEarly } from "../head/restoreEarly.ts";

declare const consentryHead: HeadData;

try {
  restoreEarly(consentryHead);
} catch {
  // Never into the page, also where there is no constant: the library does it all, later.
}
