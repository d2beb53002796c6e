/**
 * Small enough to stand in the page itself: `consentry inline` puts it there, in one block with a constant
 * `consentryHead` that holds what it must know of the site.
 */
import type { HeadData } from "../client/head/headData.ts";
import { restoreEarly } from "../client/head/restoreEarly.ts";

declare const consentryHead: HeadData | undefined;

try {
  if (typeof consentryHead == "object") restoreEarly(consentryHead);
} catch {
  // Never into the page: the library does it all, later.
}
