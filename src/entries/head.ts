/**
 * Small enough to stand in the page itself: `consentry inline` puts it there, with what it must know
 * of the site where it says `consentryHead`.
 */
import type { HeadData } from "../head/headData.ts";
import { restoreEarly } from "../head/restoreEarly.ts";

declare const consentryHead: HeadData;

try {
  restoreEarly(consentryHead);
} catch {
  // Never into the page: the library does it all, later.
}
