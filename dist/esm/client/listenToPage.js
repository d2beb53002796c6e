import { attempt } from '../lib/attempt.js';

const HASH = "#cookie-settings";
const OPENERS = `[data-consent-open],a[href="${HASH}"]`;
function listenToPage({ window, end: { signal }, look, open }) {
  let channel;
  const close = () => channel?.close();
  const onHash = () => {
    if (window.location.hash == HASH) open("");
  };
  const tune = () => attempt(() => {
    channel = new window.BroadcastChannel("consentry");
    channel.onmessage = () => [0, 100, 600, 3e3].map((wait) => setTimeout(look, wait));
  });
  const listeners = {
    pageshow({ persisted }) {
      if (!persisted) return;
      tune();
      look();
    },
    // An open channel can keep a page out of the back/forward cache.
    pagehide: close,
    visibilitychange: look,
    hashchange: onHash,
    click(event) {
      const opener = event.composedPath().find((node) => node instanceof Element && node.matches(OPENERS));
      if (!opener) return;
      event.preventDefault();
      open(opener.getAttribute("data-consent-open") ?? "");
    }
  };
  for (const [type, call] of Object.entries(listeners)) {
    window.addEventListener(type, call, { signal });
  }
  signal.addEventListener("abort", close);
  tune();
  onHash();
}

export { listenToPage };
