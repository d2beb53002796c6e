/** The entry point `consentry/testing`: witnesses for the tests of a site. Importing it runs nothing. */
export { checkServices, type Matrix, type MatrixRow } from "../testing/checkServices.ts";
export { LeakError } from "../testing/LeakError.ts";
export { setConsent } from "../testing/setConsent.ts";
export { watchPage } from "../testing/watchPage.ts";
export { watchWindow } from "../testing/watchWindow.ts";
export type { KitContext, KitCookie, KitPage, KitRequest, NewCookie } from "../testing/kitPage.ts";
export type { PastChoice } from "../testing/pastChoice.ts";
export type {
  Choosing,
  Leak,
  SeenRequest,
  Snapshot,
  Watch,
  WatchOptions,
} from "../testing/watch.ts";
