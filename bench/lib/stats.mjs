/** The value below which a part `p` of the sorted numbers lies, between two by proportion. */
function quantile(sorted, p) {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

const round = (value) => Math.round(value * 100) / 100;

/** Median and quartiles of numbers, to a hundredth; null where there is none. */
export function summary(values) {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (!sorted.length) return null;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((p) => round(quantile(sorted, p)));
  return { median, q1, q3, n: sorted.length };
}
