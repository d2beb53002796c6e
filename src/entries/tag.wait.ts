/**
 * Beside `consentry/lazy`: where the banner came with the HTML, and the head answers its buttons. What shows and decides is
 * fetched when someone uses the page, or something else than that banner is wanted.
 */
import { headMark } from "../head/headData.ts";
import { untilUsed } from "../lib/untilUsed.ts";

let waiting: Promise<unknown> | undefined;
let coming: Promise<unknown> | undefined;
let end = (): void => {};

/** Waits as long as the banner of the HTML stands, and no one has used the page. */
async function untilWanted(): Promise<void> {
  const isEnded = new Promise<void>((resolve) => (end = resolve));
  const banner = headMark(window)?.banner;
  // The head shows it with the first frame.
  await Promise.race([isEnded, banner?.painted]);
  const element = banner?.element;
  const stands = (): boolean =>
    !!element?.isConnected && element.dataset["consentryView"] == "banner";
  if (!stands()) return;
  // Assistive technology may answer without a pointer, as the page's own code does; a router may take the banner away.
  // The head writes its view again with each click.
  const changes = new MutationObserver((seen) => {
    if (seen.some(({ type }) => type == "attributes") || !stands()) end();
  });
  changes.observe(element!, { attributeFilter: ["data-consentry-view"] });
  for (const parent of [element!.parentNode!, document.documentElement])
    changes.observe(parent, { childList: true });
  await Promise.race([isEnded, untilUsed()]);
  changes.disconnect();
}

/**
 * Gives what shows and decides, when it is needed: at the latest when someone uses the page, and at once where something else is
 * wanted than to ask. All who want it get one promise, so that who came first goes on first.
 *
 * @param fetch asks for it
 * @param isWanted whether it is needed now
 */
export default function whenWanted<Module>(
  fetch: () => Promise<Module>,
  isWanted?: boolean,
): Promise<Module> {
  waiting ??= untilWanted();
  if (isWanted) end();
  // A file that did not come is asked for again the next time.
  coming ??= waiting.then(fetch).catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming as Promise<Module>;
}
