/** The inline head of a page that has the banner in its HTML. */
import type { HeadBannerData } from "../head/headData.ts";
import { restoreEarly } from "../head/restoreEarly.ts";
import { showEarly } from "../head/showEarly.ts";

declare const consentryHead: HeadBannerData;

try {
  restoreEarly(consentryHead, showEarly);
} catch {
  // Never into the page: the library does it all, later.
}
