import type { Env } from "./env.ts";

/** What the page and the browser may bring. */
export interface PageNews {
  /** The stored choice may have changed elsewhere. */
  look: () => void;
  /** Somebody wants to see the settings; `part` names what to open in them. */
  open: (part: string) => void;
}

export interface PageListener {
  /** Tells other tabs that the stored choice changed. */
  broadcast(): void;
  stop(): void;
}

const HASH = "#cookie-settings";
const OPENERS = `[data-consent-open],a[href="${HASH}"]`;

/**
 * Listens for two things. The stored choice may have changed: another tab says so (the message
 * carries nothing, the stored choice is the one truth), or the page comes back from the
 * back/forward cache or into view. And the settings are asked for: by any
 * `data-consent-open` element or link to `#cookie-settings`, present or added later, in open shadow
 * roots too; or by the address itself, so that a link clicked before the script came still works.
 */
export function listenToPage({ window, document }: Env, { look, open }: PageNews): PageListener {
  let channel: BroadcastChannel | undefined;
  // An open channel can keep a page out of the back/forward cache: closed while the page is away.
  const close = (): void => channel?.close();
  const wake = (): void => {
    close();
    channel = window.BroadcastChannel && new BroadcastChannel("consentry");
    if (channel) channel.onmessage = lookAgain;
    look();
  };
  // In Firefox the message may overtake the cookie, which travels by another process.
  const lookAgain = (): void => {
    for (const wait of [0, 100, 600, 3000]) setTimeout(look, wait);
  };
  const onClick = (event: Event): void => {
    const opener = event
      .composedPath()
      .find((node) => node instanceof Element && node.matches(OPENERS)) as Element | undefined;
    if (!opener) return;
    event.preventDefault();
    open(opener.getAttribute("data-consent-open") ?? "");
  };
  const onHash = (): void => {
    if (window.location.hash == HASH) open("");
  };
  const listeners = [
    [window, "pageshow", wake],
    [window, "pagehide", close],
    [document, "visibilitychange", look],
    [document, "click", onClick],
    [window, "hashchange", onHash],
  ] as const;
  for (const [target, type, call] of listeners) target.addEventListener(type, call as () => void);
  wake();
  onHash();
  return {
    broadcast: () => channel?.postMessage(""),
    stop() {
      close();
      for (const [target, type, call] of listeners) {
        target.removeEventListener(type, call as () => void);
      }
    },
  };
}
