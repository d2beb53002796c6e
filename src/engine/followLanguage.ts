import type { PageHandle, UiHost } from "../core/config/parts.ts";

/** Has what is filled in speak the page's language of now. */
export interface LanguageFollower {
  /** It was mounted, in the language that was wanted then. */
  _mounted(handle: PageHandle, spoken: string): void;
  /** Looks whether another one is wanted by now. */
  _look(): void;
}

/** An app that lives on may speak another language by now: placeholders, toggles and the declaration follow. */
export function followLanguage(
  document: Document,
  end: AbortSignal,
  wanted: () => string,
  made: () => Promise<UiHost>,
): LanguageFollower {
  let handle: PageHandle | undefined;
  let spoken = "";
  const look = async (): Promise<void> => {
    if (!handle || spoken == wanted()) return;
    spoken = wanted();
    const host = await made();
    if (!end.aborted) handle.speak?.(host);
  };
  // The whole document, because its element can be exchanged.
  const observer = new MutationObserver(() => void look());
  observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  end.addEventListener("abort", () => observer.disconnect());
  return {
    _mounted(page, tongue) {
      handle = page;
      spoken = tongue;
    },
    _look: () => void look(),
  };
}
