/**
 * Reads a colour as computed styles serialise it: `rgb(…)`, `rgba(…)`, or `color(srgb …)`, which is
 * what `color-mix()` gives. Red, green and blue from 0 to 255, alpha from 0 to 1. Null for another
 * colour space.
 */
export function parseRgb(
  color: string,
): [red: number, green: number, blue: number, alpha: number] | null {
  const [, space, inside] = /^(rgba?\(|color\(srgb )([^)]*)\)$/.exec(color) ?? [];
  if (!space || !inside) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
  const scale = space.startsWith("rgb") ? 1 : 255;
  return [red * scale, green * scale, blue * scale, alpha];
}
