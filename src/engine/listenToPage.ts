import { CHANNEL } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { openers } from "../lib/openers.ts";
import { settingsHash } from "../lib/settingsHash.ts";

/**
 * Listens for two things. The stored choice may have changed: another tab says so (the message
 * carries nothing, the stored choice is the one truth), or the page comes back from the
 * back/forward cache or into view. And the settings are asked for: by any
 * `data-consent-open` element or link to `#cookie-settings`, present or added later, in open shadow
 * roots too; or by the address itself, so that a link clicked before the script came still works.
 *
 * @param signal aborted at the end
 * @param channels what tabs talk over, the open one first: one that another part sends over does not hear itself
 * @param look the stored choice may have changed elsewhere
 * @param open someone wants to see the settings; `part` names what to open in them
 */
export function listenToPage(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  channels: BroadcastChannel[],
  look: () => void,
  open: (part: string) => void,
): void {
  const close = (): void => channels[0]?.close();
  const onHash = (): void => {
    if (window.location.hash == settingsHash) open("");
  };
  // Where there is none, or the browser refuses it, coming into view has to do.
  const tune = (): unknown =>
    attempt(() => {
      const channel = new BroadcastChannel(CHANNEL);
      channels.unshift(channel);
      // In Firefox the message may overtake the cookie, which travels by another process.
      channel.onmessage = () => [0, 100, 600, 3000].map((wait) => setTimeout(look, wait));
    });
  const listeners = {
    pageshow({ persisted }: PageTransitionEvent): void {
      if (!persisted) return;
      tune();
      look();
    },
    // An open channel can keep a page out of the back/forward cache.
    pagehide: close,
    visibilitychange: look,
    hashchange: onHash,
    click(event: Event): void {
      const opener = event
        .composedPath()
        .find((node) => node instanceof Element && Element.prototype.matches.call(node, openers));
      // Strangers' markup opens nothing of ours.
      if (!opener || isIgnored(opener as Element)) return;
      event.preventDefault();
      open((opener as Element).getAttribute("data-consent-open") ?? "");
    },
  };
  const listen = (): void => {
    for (const [type, call] of Object.entries(listeners)) {
      // In the capture phase: a menu or a component around an opener may keep its clicks to itself.
      window.addEventListener(type, call as EventListener, { capture: true, signal });
    }
  };
  // `document.open` takes all listeners of a page away; who listens still is not heard twice.
  new MutationObserver(listen).observe(window.document, { childList: true });
  signal.addEventListener("abort", close);
  tune();
  listen();
  onHash();
}
