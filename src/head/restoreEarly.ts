import type { SignalContext } from "../core/config/parts.ts";
import { KEY, type EarlyBanner, type HeadData, type HeadMark } from "./headData.ts";
import { readPermits } from "../core/choice/readPermits.ts";
import { releaseEarly } from "./releaseEarly.ts";

/**
 * What the inline head does, before the library has come: queues the signals' defaults and, for a
 * visitor whose stored choice counts in full, tells the signals and releases the page's scripts.
 * With `show`, the banner in the HTML is shown to who has none.
 * Anything odd: nothing is released, all is left to the library.
 */
export function restoreEarly<Data extends HeadData>(
  data: Data,
  show?: (data: Data, nonce: string) => EarlyBanner | undefined,
): void {
  const global = window as { [KEY]?: HeadMark };
  if (global[KEY]) return; // A second copy on the page.
  const { name, signals } = data;
  /** Two together are no text of ours. */
  const read = (): string =>
    decodeURIComponent(
      document.cookie
        .split("; ")
        .filter((pair) => pair.startsWith(name))
        .join("\n")
        .slice(name.length),
    );
  const tell = (verb: "start" | "update", permits: SignalContext["permits"]): void => {
    for (const signal of signals) {
      try {
        signal[verb]({ window: window as unknown as SignalContext["window"], permits });
      } catch {
        // The others still hear of it.
      }
    }
  };
  const mark: HeadMark = (global[KEY] = { signals, early: new WeakSet() });
  tell("start", () => false);
  // What the browser itself refuses is weighed by the library; no one sees a prerendered page yet.
  if (
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
    (document as { prerendering?: boolean }).prerendering
  )
    return;
  const text = read();
  const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? "";
  if (!text) mark.banner = show?.(data, nonce);
  const permits = readPermits(text, data, Date.now());
  if (!permits) return;
  mark.told = text;
  tell("update", permits);
  releaseEarly(permits, () => read() == text, mark.early, nonce);
}
