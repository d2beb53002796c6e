const HASH = "#cookie-settings";
const OPENERS = `[data-consent-open],a[href="${HASH}"]`;
function listenToPage({ window, document }, { look, open }) {
  let channel;
  const close = () => channel?.close();
  const wake = () => {
    close();
    channel = window.BroadcastChannel && new BroadcastChannel("consentry");
    if (channel) channel.onmessage = lookAgain;
    look();
  };
  const lookAgain = () => {
    for (const wait of [0, 100, 600, 3e3]) setTimeout(look, wait);
  };
  const onClick = (event) => {
    const opener = event.composedPath().find((node) => node instanceof Element && node.matches(OPENERS));
    if (!opener) return;
    event.preventDefault();
    open(opener.getAttribute("data-consent-open") ?? "");
  };
  const onHash = () => {
    if (window.location.hash == HASH) open("");
  };
  const listeners = [
    [window, "pageshow", wake],
    [window, "pagehide", close],
    [document, "visibilitychange", look],
    [document, "click", onClick],
    [window, "hashchange", onHash]
  ];
  for (const [target, type, call] of listeners) target.addEventListener(type, call);
  wake();
  onHash();
  return {
    broadcast: () => channel?.postMessage(""),
    stop() {
      close();
      for (const [target, type, call] of listeners) {
        target.removeEventListener(type, call);
      }
    }
  };
}

export { listenToPage };
