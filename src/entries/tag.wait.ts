/**
 * Beside `consentry/lazy`: where the banner came with the HTML, and the head answers its buttons. What shows and decides is
 * fetched when someone uses the page, or something else than that banner is wanted.
 */
import { headMark } from "../head/headData.ts";
import { whenUsed } from "../lib/whenUsed.ts";

/** Says what of the banner is on show. */
const VIEW = "data-consentry-view";

let coming: Promise<unknown> | undefined;
let end: () => void;

/** Waits as long as the banner of the HTML stands, and no one has used the page. */
async function untilWanted(): Promise<void> {
  const isEnded = new Promise<void>((resolve) => (end = resolve));
  const banner = headMark(window)?.banner;
  // The head shows it with the first frame.
  await Promise.race([isEnded, banner?.painted]);
  const element = banner?.element;
  // Answered before, or a click on the settings may have come before this.
  const stands = element?.getAttribute(VIEW) == "banner";
  if (!stands || element.matches(":hover,:focus-within")) return;
  // The head writes its view again with each click, also of assistive technology; a router may take the banner away.
  const changes = new MutationObserver((seen) => {
    if (seen.some(({ attributeName }) => attributeName || !element.isConnected)) end();
  });
  changes.observe(document, { childList: true, subtree: true, attributeFilter: [VIEW] });
  whenUsed(end);
  await isEnded;
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
  coming ??= untilWanted().then(fetch);
  // A file that did not come is asked for again the next time.
  coming.catch(() => (coming = undefined));
  if (isWanted) end();
  return coming as Promise<Module>;
}
