const HASH = "#cookie-settings";
function listenToPage({ window, document }, { look, open }) {
  let channel;
  const close = () => channel?.close();
  const wake = () => {
    close();
    channel = window.BroadcastChannel && new BroadcastChannel("consentry");
    if (channel) channel.onmessage = look;
    look();
  };
  const onClick = (event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof Element)) continue;
      const part = node.getAttribute("data-consent-open");
      if (part == null && !(node.localName == "a" && node.getAttribute("href") == HASH)) continue;
      event.preventDefault();
      open(part ?? "");
      return;
    }
  };
  const onHash = () => {
    if (window.location.hash == HASH) open("");
  };
  const listeners = [
    [window, "pageshow", wake],
    [window, "pagehide", close],
    [document, "visibilitychange", () => document.visibilityState == "visible" && look()],
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
