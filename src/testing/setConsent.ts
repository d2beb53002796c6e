import type { UsualCategory } from "../core/config/ids.ts";
import { CHANNEL } from "../core/config/names.ts";
import type { KitContext, KitPage } from "./kitPage.ts";
import { pastChoice, type KeptChoice, type PastChoice } from "./pastChoice.ts";

/**
 * Gives a visitor a choice without a click: writes the cookie that an earlier visit would have left. A
 * page that is on show follows as it follows a choice made in another tab, services and all, and the
 * promise resolves when it has. No proof record is made, because no one was asked.
 *
 * @param target A Playwright `Page`, or a `BrowserContext` with `url`; or the `document` of the page that the
 *   test runs in.
 * @param choice What was chosen, with the page's own configuration; `url` is an address of the site and
 *   needed where no page of it is on show yet.
 * @throws Error where the configuration has mistakes, an id is not in it, or there is no address.
 * @example
 * import { setConsent, type KitPage } from "consentry/testing";
 *
 * declare const page: KitPage;
 * const site = { controller: { name: "Acme BV" } };
 * await setConsent(page, { site, yes: ["performance"], url: "https://www.example.org/" });
 */
export async function setConsent<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  target: KitPage | KitContext | Pick<Document, "cookie">,
  choice: PastChoice<Category, ServiceId, Named> & { url?: string },
): Promise<void> {
  const kept = pastChoice(choice);
  if ("cookie" in target) {
    target.cookie = lineOf(kept);
    return announce(CHANNEL);
  }
  const context = "context" in target ? target.context() : target;
  const url = choice.url ?? ("context" in target ? target.url() : "");
  if (!/^https?:/.test(url)) throw new Error("Which site? Give `url`, or open a page of it first");
  const { origin, protocol } = new URL(url);
  const secure = protocol == "https:";
  const place = kept.domain ? { domain: `.${kept.domain}`, path: "/" } : { url: `${origin}/` };
  await context.addCookies([
    {
      name: secure ? kept.name : kept.plainName,
      value: kept.text,
      expires: kept.expires,
      secure,
      sameSite: "Lax",
      ...place,
    },
  ]);
  for (const page of context.pages()) {
    if (!page.url().startsWith(`${origin}/`)) continue;
    // A page that reloads itself after a withdrawal has followed.
    await page.evaluate(announce, CHANNEL).catch(() => {});
  }
}

function lineOf({ name, plainName, text, expires, domain }: KeptChoice): string {
  const secure = location.protocol == "https:";
  const until = new Date(expires * 1000).toUTCString();
  return (
    `${secure ? name : plainName}=${text}; Path=/; Expires=${until}; SameSite=Lax` +
    (domain && `; Domain=${domain}`) +
    (secure ? "; Secure" : "")
  );
}

/**
 * Says in the page what another tab would say, and waits until the library has followed; a page without
 * it, or one that knew already, is waited for in vain. Drivers send it into the page as text.
 */
async function announce(name: string): Promise<void> {
  const channel = new BroadcastChannel(name);
  await new Promise((done) => {
    document.addEventListener("consentry:change", done, { once: true });
    setTimeout(done, 1000);
    channel.postMessage("");
  });
  channel.close();
}
