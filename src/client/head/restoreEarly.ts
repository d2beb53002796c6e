import type { SignalContext } from "../../core/parts.ts";
import { cookieTexts } from "../../lib/cookieTexts.ts";
import { decoded } from "../../lib/decoded.ts";
import { hasGpc } from "../../lib/hasGpc.ts";
import { headMark, leaveMark, type HeadData, type HeadMark } from "./headData.ts";
import { readPermits } from "./readPermits.ts";
import { releaseEarly } from "./releaseEarly.ts";

/**
 * What the inline head does, before the library has come: queues the signals' defaults and, for a
 * visitor whose stored choice counts in full, tells the signals and releases the page's scripts.
 * Anything odd: nothing is released, all is left to the library.
 */
export function restoreEarly(data: HeadData): void {
  if (headMark(window)) return; // A second copy on the page.
  const { signals } = data;
  const read = (): string[] => cookieTexts(document.cookie, data.name).map(decoded);
  const tell = (verb: "start" | "update", permits: SignalContext["permits"]): void => {
    for (const signal of signals) {
      try {
        signal[verb]({ window: window as unknown as SignalContext["window"], permits });
      } catch {
        // The others still are told.
      }
    }
  };
  const mark: HeadMark = { signals, told: undefined };
  leaveMark(window, mark);
  tell("start", () => false);
  // What the browser itself refuses is weighed by the library; nobody sees a prerendered page yet.
  if (hasGpc(navigator) || (document as { prerendering?: boolean }).prerendering) return;
  const texts = read();
  const permits = readPermits(texts, data, Date.now());
  if (!permits) return;
  mark.told = texts[0];
  tell("update", permits);
  releaseEarly({
    permits,
    isCurrent: () => read().join("\n") == mark.told,
    nonce: (document.currentScript as HTMLScriptElement | null)?.nonce ?? "",
  });
}
