/** Lazy loaders by the traces that they leave on an element. */
const LOADERS: readonly (readonly [trace: string, name: string])[] = [
  [".lazyload,.lazyloading,.lazyloaded", "lazysizes"],
  ["[data-ll-status]", "vanilla-lazyload"],
  ["[data-lazy-src]", "WP Rocket"],
  ["[data-loaded]", "lozad"],
];

/** Who put an address in the open, where that can be seen; else empty. */
export function nameLoader(element: Element): string {
  const name = LOADERS.find(([trace]) => element.matches(trace))?.[1];
  return name ? ` (by ${name})` : "";
}
