/** A click on the banner in the HTML, before there was any code that decides. */
export interface EarlyClick {
  kind: "accept-all" | "reject-all";
  /** Seconds since 1970. */
  at: number;
  /** What the banner asked (`shownHash`). */
  shown: string;
  language: string;
  isTrusted: boolean;
  /** Path of the page where it was made. */
  page: string;
}

/**
 * Reads what the inline head keeps of a click: in the cookie's place, until the click is sealed. To anyone who reads choices it
 * is none, and permits nothing. Anything else is null.
 */
export function readClick(text: string): EarlyClick | null {
  const [, kind, at, shown, language, trusted, page] =
    /^v=1&click=(accept-all|reject-all)&t=(\d{1,11})&shown=(\w+)&lang=([\w-]+)&trusted=([01])&page=(\/.*)$/.exec(
      text,
    ) ?? [];
  return kind
    ? {
        kind: kind as EarlyClick["kind"],
        at: +at!,
        shown: shown!,
        language: language!,
        isTrusted: trusted == "1",
        page: page!,
      }
    : null;
}
