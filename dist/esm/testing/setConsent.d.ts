import type { KitContext, KitPage } from "./kitPage.ts";
import { type PastChoice } from "./pastChoice.ts";
/**
 * Gives a visitor a choice without a click: writes the cookie that an earlier visit would have left. A
 * page that is on show follows as it follows a choice made in another tab, services and all, and the
 * promise resolves when it has. No proof record is made, because nobody was asked.
 *
 * @param target A Playwright `Page`, or a `BrowserContext` with `url`; or the `document` of the page that the
 *   test runs in.
 * @param choice What was chosen, with the page's own configuration; `url` is an address of the site and
 *   needed where no page of it is on show yet.
 * @throws Error where the configuration has mistakes, an id is not in it, or there is no address.
 */
export declare function setConsent(target: KitPage | KitContext | Pick<Document, "cookie">, choice: PastChoice & {
    url?: string;
}): Promise<void>;
