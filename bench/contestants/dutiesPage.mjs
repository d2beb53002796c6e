/* eslint-env browser */
/**
 * Runs in the head of a page: the least that keeps what the library promises about a click and a stored choice.
 *
 * A click hides the banner and writes the cookie, nothing else. After the paint a record is made and chained to the one
 * before by SHA-256; scripts start when the database has it. No task is longer than a slice. A stored choice counts if
 * there is one cookie, not run out, made about the same.
 *
 * @param about what is asked for, as a fingerprint
 * @param days how long a choice counts
 * @param everything the categories that accepting permits
 */
export function dutiesPage(about, days, everything) {
  const SLICE_MS = 40;
  const marked = 'script[type="text/plain"][data-consent]';

  const readChoice = () => {
    const all = document.cookie.split("; ").filter((one) => one.startsWith("floor="));
    const [, yes, until, what] = /^floor=([\w+]*)\.(\d+)\.(\w+)$/.exec(all) ?? [];
    return what == about && until > Date.now() ? yes : undefined;
  };
  let granted = readChoice();

  const start = (held) => {
    const fresh = document.createElement("script");
    if (held.dataset.src) fresh.src = held.dataset.src;
    else fresh.text = held.text;
    held.replaceWith(fresh);
  };
  const release = async () => {
    const yes = granted.split("+");
    let until = performance.now() + SLICE_MS;
    for (const held of document.querySelectorAll(marked)) {
      // The parser may still be filling it.
      if (document.readyState == "loading" && !held.nextSibling && !held.dataset.src) return;
      if (!yes.includes(held.dataset.consent)) continue;
      if (performance.now() > until) {
        await new Promise((done) => setTimeout(done));
        until = performance.now() + SLICE_MS;
      }
      start(held);
    }
  };

  /** Opens the database, and reads where the chain ends. */
  const open = () =>
    new Promise((done, failed) => {
      const request = indexedDB.open("floor", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("records");
      request.onerror = failed;
      request.onsuccess = () => {
        const last = request.result
          .transaction("records")
          .objectStore("records")
          .openCursor(null, "prev");
        last.onerror = failed;
        last.onsuccess = () =>
          done({
            database: request.result,
            sequence: (last.result?.key ?? -1) + 1,
            previous: last.result?.value.hash ?? "",
          });
      };
    });
  let opened;

  const seal = async (choice) => {
    const { database, sequence, previous } = await (opened ??= open());
    const text = JSON.stringify({
      ...choice,
      schema: "floor/1",
      id: crypto.randomUUID(),
      salt: crypto.randomUUID(),
      about,
      shown: banner.shadowRoot.textContent,
      page: location.href,
      language: document.documentElement.lang,
      sequence,
      previous,
    });
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    const hash = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0"));
    const change = database.transaction("records", "readwrite");
    await new Promise((done, failed) => {
      // Another tab may have taken the number: then nothing is written.
      change.objectStore("records").add({ text, hash: hash.join("") }, sequence);
      change.oncomplete = done;
      change.onabort = failed;
      change.commit();
    });
    opened = undefined;
  };

  let banner;
  window.floorAsk = (host) => {
    if (granted != undefined) return;
    banner = host;
    host.showPopover();
    const { shadowRoot } = host;
    // A hand is there before it clicks.
    host.addEventListener("pointerover", () => (opened ??= open()), { once: true });
    shadowRoot.addEventListener("click", (event) => {
      const { id } = event.target;
      if (id != "y" && id != "n") return;
      const at = Date.now();
      const yes = id == "y" ? everything : "";
      host.hidePopover();
      document.cookie = `floor=${yes}.${at + days * 864e5}.${about};path=/;max-age=${days * 86400};samesite=lax;secure`;
      requestAnimationFrame(() =>
        setTimeout(async () => {
          const choice = { at: new Date(at).toISOString(), yes, trusted: event.isTrusted };
          // One more try with the end of the chain as it is now.
          await seal(choice).catch(() => {
            opened = undefined;
            return seal(choice);
          });
          granted = readChoice() ?? "";
          void release();
        }),
      );
    });
  };

  if (granted) {
    const observer = new MutationObserver(() => void release());
    observer.observe(document, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => {
      observer.disconnect();
      void release();
    });
  }
}
