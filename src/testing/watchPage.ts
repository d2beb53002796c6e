import type { UsualCategory } from "../core/config/ids.ts";
import { COOKIE, HOST_COOKIE } from "../core/config/names.ts";
import { createWatch, type RawRequest, type Witness } from "./createWatch.ts";
import type { KitPage, KitRequest } from "./kitPage.ts";
import { listStorage, type OwnStorage } from "./listStorage.ts";
import type { Watch, WatchOptions } from "./watch.ts";

const NAMES: readonly string[] = [COOKIE, HOST_COOKIE];

/**
 * Watches a visitor who is driven by Playwright: all pages, frames and workers of the page's context,
 * its cookies of every host (`HttpOnly` too), and the storage of the page's origin. Injects nothing.
 *
 * Call it before the first `goto`. Which requests are reported is the driver's affair: preconnects never are,
 * WebSockets only of this page.
 *
 * @param page a page of Playwright, or of a driver with the same calls
 * @throws where the configuration of `site` has mistakes
 *
 * @example
 * import { watchPage } from "consentry/testing";
 * import { test } from "@playwright/test";
 *
 * test("loads nothing before a choice", async ({ page }) => {
 *   const watch = await watchPage(page);
 *   await page.goto("https://www.example.org/");
 *   await watch.expectNothingBefore("reject-all");
 * });
 */
export function watchPage<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  page: KitPage,
  options: WatchOptions<Category, ServiceId, Named> & Pick<Required<WatchOptions>, "site">,
): Promise<Watch<Category | ServiceId>>;
export function watchPage(page: KitPage, options?: WatchOptions): Promise<Watch>;
export function watchPage(page: KitPage, options: WatchOptions = {}): Promise<Watch> {
  return createWatch(witnessOf(page), options);
}

function witnessOf(page: KitPage): Witness {
  const context = page.context();
  let seen: RawRequest[] = [];
  let navigation = 0;
  // Only the first: a page that sends its visitors on to a tracker does not make it the site's own.
  let home = hostOf(page.url());

  const onRequest = (request: KitRequest): void => {
    if (isPage(request) && !request.redirectedFrom()) {
      navigation++;
      home ||= hostOf(request.url());
    }
    note(request.url(), request.method(), request.resourceType());
  };
  const onSocket = (socket: { url(): string }): void => note(socket.url(), "GET", "websocket");
  const note = (url: string, method: string, type: string): void =>
    void seen.push({ url, method, type, at: Date.now(), navigation });
  context.on("request", onRequest);
  page.on("websocket", onSocket);

  return {
    requests: () => seen,
    clear: () => void (seen = []),
    async snapshot() {
      const cookies = await context.cookies();
      const { cookies: _seenByPage, ...own } = await storageOf(page);
      return {
        ...own,
        cookies: cookies
          .map(({ name, domain, httpOnly }) => ({ name, host: domain, httpOnly }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      };
    },
    async choice() {
      const cookies = await context.cookies();
      return cookies.filter(({ name }) => NAMES.includes(name)).map(({ value }) => value);
    },
    pages() {
      const host = home || hostOf(page.url());
      return [host, host.startsWith("www.") ? host.slice(4) : `www.${host}`];
    },
    async stir() {
      await page.mouse.move(20, 20);
      await page.mouse.move(60, 40);
      await page.mouse.wheel(0, 400);
    },
    press: (button) => page.click(`[data-consentry-action="${button}"]`),
    stop() {
      context.off("request", onRequest);
      page.off("websocket", onSocket);
    },
  };
}

/** Whether a whole page is asked for, not a frame in one. */
function isPage(request: KitRequest): boolean {
  try {
    return request.isNavigationRequest() && !request.frame().parentFrame();
  } catch {
    return false; // A worker's request has no frame; one of a page that is only coming has none yet.
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

const NOTHING: OwnStorage = {
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  databases: [],
  caches: [],
};

/** Looks twice where the page goes away under the question. */
async function storageOf(page: KitPage): Promise<OwnStorage> {
  if (!/^https?:/.test(page.url())) return NOTHING;
  try {
    return await page.evaluate(listStorage);
  } catch {
    await new Promise((done) => setTimeout(done, 500)); // It was reloading.
    return page.evaluate(listStorage);
  }
}
