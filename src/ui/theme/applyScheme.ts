/** The shade at which black and white text are equally readable, of 255. */
const MIDDLE = 122;

/**
 * Chooses light or dark for the colours that a site left alone, so that they fit those that it set: by its surface, else
 * by its text, else by the page's `color-scheme`; where all three are silent the device decides. What stands on a
 * site's own accent follows that.
 *
 * @param inner the element that has the colours (`theme/tokens.ts` says by which properties they are read)
 */
export function applyScheme(inner: HTMLElement): void {
  const { outlineColor, columnRuleColor, textDecorationColor } = getComputedStyle(inner);
  const page = getComputedStyle(inner.ownerDocument.documentElement).colorScheme;
  const isPageLight = /light/.test(page);
  const text = isLight(columnRuleColor);
  const scheme =
    isLight(outlineColor) ??
    (text == null ? undefined : !text) ??
    (isPageLight == /dark/.test(page) ? undefined : isPageLight);
  inner.classList.toggle("light", scheme == true);
  inner.classList.toggle("dark", scheme == false);
  const accent = isLight(textDecorationColor);
  if (accent != null) inner.style.setProperty("--ink", accent ? "#111" : "#fff");
}

/**
 * Undefined where the site set none. What a mix in sRGB computes to is `color(srgb 0.1 0.2 0.3 / 0.4)`, or `rgba(…)` in
 * browsers that know no mix (CSSOM, "serialize a CSS component value"). `parseRgb` would be 66 B more in the HTML of each page.
 */
function isLight(color: string): boolean | undefined {
  const [red, green, blue, alpha = 1] = color.match(/-?[\d.]+(e-\d+)?/g)!.map(Number);
  const shade = red! * 0.3 + green! * 0.59 + blue! * 0.11;
  return alpha ? shade * (color.startsWith("rgb") ? 1 : 255) > MIDDLE : undefined;
}
