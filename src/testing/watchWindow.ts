import type { UsualCategory } from "../core/config/ids.ts";
import { COOKIE, HOST_COOKIE } from "../core/config/names.ts";
import { cookieTexts } from "../lib/cookieTexts.ts";
import { decoded } from "../lib/decoded.ts";
import { createWatch, type RawRequest, type Witness } from "./createWatch.ts";
import { listStorage } from "./listStorage.ts";
import type { Watch, WatchOptions } from "./watch.ts";

/** What the browser fetches by itself for an element that stands in the page. */
const LOADERS = "script[src], img[src], iframe[src], link[rel~=stylesheet][href]";

/**
 * Watches from inside the page, for Vitest's browser mode and the like. Patches nothing: it reads the
 * browser's resource timing, the addresses of elements in the document, and lists what script can see of
 * the storage.
 *
 * So it does not see: `HttpOnly` cookies and cookies of other hosts, what happens inside foreign frames,
 * WebSockets, requests that something blocked, methods and query-less redirects. Where that matters, use
 * `watchPage`.
 *
 * @throws where the configuration of `site` has mistakes
 *
 * @example
 * import { watchWindow } from "consentry/testing";
 *
 * const watch = await watchWindow();
 * await watch.expectOnly("performance");
 */
export function watchWindow<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  options: WatchOptions<Category, ServiceId, Named> & Pick<Required<WatchOptions>, "site">,
): Promise<Watch<Category | ServiceId>>;
export function watchWindow(options?: WatchOptions): Promise<Watch>;
export function watchWindow(options: WatchOptions = {}): Promise<Watch> {
  return createWatch(witnessHere(), options);
}

function witnessHere(): Witness {
  const began = performance.now();
  const inMarkup = (): string[] =>
    [...document.querySelectorAll(LOADERS)].filter(isFetched).map(addressOf);
  let old = new Set(inMarkup());
  let seen: RawRequest[] = [];
  const note = (url: string, type: string, at: number): void =>
    void seen.push({ url, type, method: "", at: performance.timeOrigin + at, navigation: 0 });
  const take = (entries: PerformanceEntryList): void => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      if (entry.startTime >= began) note(entry.name, entry.initiatorType, entry.startTime);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "resource" });

  /** An entry comes when its request is over; one that hangs is known by its element. */
  const look = (): void => {
    take(observer.takeRecords());
    for (const url of inMarkup()) {
      if (!old.has(url) && !seen.some((request) => request.url == url)) {
        note(url, "element", performance.now());
      }
    }
  };

  return {
    requests() {
      look();
      return seen;
    },
    clear() {
      look();
      seen = [];
      old = new Set(inMarkup());
    },
    async snapshot() {
      const { cookies, ...rest } = await listStorage();
      const host = location.hostname;
      return { ...rest, cookies: cookies.map((name) => ({ name, host, httpOnly: false })) };
    },
    choice: () =>
      Promise.resolve(
        [COOKIE, HOST_COOKIE].flatMap((name) => cookieTexts(document.cookie, name).map(decoded)),
      ),
    pages: () => [location.hostname],
    // Events that a script makes up would wake what no visitor wakes, and the other way round.
    stir: () => Promise.resolve(),
    press: (button) => Promise.resolve(press(button)),
    stop: () => observer.disconnect(),
  };
}

function addressOf(element: Element): string {
  return element instanceof HTMLLinkElement
    ? element.href
    : (element as HTMLScriptElement | HTMLImageElement | HTMLIFrameElement).src;
}

/** Not a script of a type that no browser runs, nor a picture that waits to be scrolled to. */
function isFetched(element: Element): boolean {
  if (element instanceof HTMLScriptElement) {
    return /^(?:|module|(?:text|application)\/javascript)$/i.test(element.type.trim());
  }
  return element.getAttribute("loading") != "lazy";
}

function press(button: string): void {
  const root = document.querySelector("[data-consentry]:not([data-consent-ignore] *)")?.shadowRoot;
  const found = root?.querySelector<HTMLElement>(`[data-consentry-action="${button}"]`);
  if (!found) throw new Error(`There is no banner with the button ${button}`);
  found.click();
}
