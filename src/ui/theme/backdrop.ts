import type { Rgba } from "../../lib/contrast.ts";
import { parseRgb } from "../../lib/parseRgb.ts";

/** The colour that an element stands on, or null where it is not a plain one. */
export function backdrop(element: Element | null): Rgba | null {
  for (let one = element; one; one = one.parentElement) {
    const color = parseRgb(getComputedStyle(one).backgroundColor);
    if (!color || color[3] == 1) return color;
  }
  return [255, 255, 255, 1];
}

/** A colour laid over an opaque one. */
export function over(color: Rgba | null, under: Rgba | null): Rgba | null {
  if (!color || !under) return null;
  const mix = (part: 0 | 1 | 2) => color[part] * color[3] + under[part] * (1 - color[3]);
  return [mix(0), mix(1), mix(2), 1];
}
