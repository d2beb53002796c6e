/** The shade at which black and white text are equally readable, of 1. */
const MIDDLE = 0.4785;

/**
 * Chooses light or dark for the colours that a site left alone, so that they fit those that it set: by its surface, else
 * by its text, else by the page's `color-scheme`; where all three are silent the device decides. What stands on a
 * site's own accent follows that.
 *
 * @param inner the element that has the colours (`theme/tokens.ts` says by which properties they are read)
 */
export function applyScheme(inner: HTMLElement): void {
  const { stopColor, floodColor, lightingColor } = getComputedStyle(inner);
  const { colorScheme } = getComputedStyle(inner.ownerDocument.documentElement);
  const scheme =
    lightness(stopColor) ||
    -lightness(floodColor) ||
    +/light/.test(colorScheme) - +/dark/.test(colorScheme);
  inner.classList.toggle("light", scheme > 0);
  inner.classList.toggle("dark", scheme < 0);
  const accent = lightness(lightingColor);
  if (accent) inner.style.setProperty("--ink", accent > 0 ? "#111" : "#fff");
}

/**
 * Above 0 for a light colour, below for a dark one; 0 or not a number where the site set none. What a mix in sRGB computes
 * to is `color(srgb 0.1 0.2 0.3 / 0.4)` (CSSOM, "serialize a CSS component value"). `parseRgb` would be 80 B more in the HTML of
 * each page.
 */
function lightness(color: string): number {
  const [, red, green, blue, , alpha] = color.split(" ");
  if (alpha == "0)") return 0;
  return +red! * 0.3 + +green! * 0.59 + parseFloat(blue!) * 0.11 - MIDDLE;
}
