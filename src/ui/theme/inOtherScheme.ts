import { applyScheme } from "./applyScheme.ts";

const OWN = "--consentry-";

/**
 * Has something look at the interface as a device of the other colour scheme shows it: with our colours for that scheme,
 * with what the page's style sheets set for it under `prefers-color-scheme`, and with that side of its `light-dark()`. All
 * within one task, so that no one sees it.
 *
 * @param inner the element that has the colours
 */
export function inOtherScheme<Result>(
  inner: HTMLElement,
  look: (scheme: "light" | "dark") => Result,
): Result {
  const page = inner.ownerDocument;
  const isDark = page.defaultView!.matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = isDark ? "light" : "dark";
  const before = inner.getAttribute("class") ?? "";
  const { style } = inner;
  const kept = style.cssText;
  for (const [name, value] of colorsFor(page, scheme)) style.setProperty(name, value);
  style.colorScheme = scheme;
  applyScheme(inner);
  // Neither the site nor its page has chosen: the device does.
  if (!inner.matches(".light, .dark")) inner.classList.add(scheme);
  try {
    return look(scheme);
  } finally {
    inner.setAttribute("class", before);
    style.cssText = kept;
  }
}

/** Our custom properties that the page's own sheets set on `:root`, `html` or `body` for a scheme only. */
function colorsFor(page: Document, scheme: string): Map<string, string> {
  const found = new Map<string, string>();
  const read = (rules: CSSRuleList, isScheme: boolean): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        read(rule.cssRules, isScheme || isFor(rule.conditionText, scheme));
      } else if (rule instanceof CSSStyleRule) {
        if (!isScheme || !/(^|,)\s*(:root|html|body)\b/.test(rule.selectorText)) continue;
        for (const name of rule.style) {
          if (name.startsWith(OWN)) found.set(name, rule.style.getPropertyValue(name));
        }
      } else if ("cssRules" in rule) read(rule.cssRules as CSSRuleList, isScheme);
    }
  };
  for (const sheet of [...page.styleSheets, ...page.adoptedStyleSheets]) {
    try {
      read(sheet.cssRules, false);
    } catch {
      // Of another origin: not to be read.
    }
  }
  return found;
}

const isFor = (condition: string, scheme: string): boolean =>
  condition.replaceAll(/\s/g, "").includes(`prefers-color-scheme:${scheme}`);
