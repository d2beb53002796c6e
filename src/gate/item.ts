/** One element that the page marked. */
export interface Item {
  /** The element as the page wrote it. */
  element: Element;
  /** Its `data-consent`. */
  ids: string;
  script: boolean;
  /** `held`: shut; `going`: released, not yet run; `open`: ran, or loaded. */
  is: "held" | "going" | "open";
  /** The visitor asked to load it this time. */
  once: boolean;
  /** Consent was missing since it last ran. */
  shut: boolean;
  /** The script that stands in the page instead, once released. */
  fresh: HTMLScriptElement | undefined;
  /** Takes the placeholder away. */
  unplace: (() => void) | null;
}

/** Address of a gated script, or empty for an inline one. */
export function scriptUrl(element: Element): string {
  return element.getAttribute("data-src") ?? element.getAttribute("src") ?? "";
}

/** `""` for a classic script, else `module` or `importmap`. */
export function scriptType(element: Element): string {
  const type = element.getAttribute("data-type") ?? "";
  return type.endsWith("/javascript") ? "" : type;
}

/** What a report calls a script. */
export function scriptLabel({ element }: Item): string {
  return scriptUrl(element) || element.textContent!.trim().slice(0, 60);
}
