function parseRgb(color) {
  const [, space, inside] = /^(rgba?\(|color\(srgb )([^)]*)\)$/.exec(color) ?? [];
  if (!space || !inside) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
  const scale = space.startsWith("rgb") ? 1 : 255;
  return [red * scale, green * scale, blue * scale, alpha];
}

export { parseRgb };
