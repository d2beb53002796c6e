import type { CDPSession, Page } from "playwright";

/** Bytes: no page that people read is larger. */
export const LARGEST = 64_000_000;

/**
 * Calls back once what a page loads is larger than `largest` bytes, unpacked: text, scripts, pictures, data. Films do not
 * count, which a browser plays without keeping them. The count begins again with each page that the visitor goes to.
 */
export function watchSize(session: CDPSession, largest: number, onFlood: () => void): void {
  const films = new Set<string>();
  let home: string | undefined;
  let received = 0;
  session.on("Network.requestWillBeSent", ({ requestId, loaderId, frameId, type }) => {
    if (type == "Media" && films.size < 1000) films.add(requestId);
    // The first document belongs to the page itself, and not to a frame in it.
    if (type != "Document" || requestId != loaderId) return;
    home ??= frameId;
    if (frameId == home) received = 0;
  });
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (films.has(requestId)) return;
    const before = received;
    received += dataLength;
    if (before <= largest && received > largest) onFlood();
  });
}

/** Goes away from pages that are too large, where they are only read. */
export async function leaveLarge(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  watchSize(session, LARGEST, () => void page.goto("about:blank").catch(() => {}));
  await session.send("Network.enable");
}
