// Small plots by hand. Colours come from the reader's scheme, so that they are legible light and dark.

const STYLE = `<style>
text{font:12px system-ui,sans-serif;fill:#222}.title{font-weight:600;font-size:13px}.quiet{fill:#666}
.line,.axis{stroke:#999;fill:none}.ours{fill:#0b6e4f;stroke:#0b6e4f}.peer{fill:#8a8f98;stroke:#8a8f98}.floor,.duties{fill:#c77d0a;stroke:#c77d0a}
polyline{fill:none;stroke-width:2}.range{stroke-width:1.5;stroke:#222}
@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.quiet{fill:#aaa}.line,.axis{stroke:#777}.ours{fill:#4cc38a;stroke:#4cc38a}.peer{fill:#9aa0aa;stroke:#9aa0aa}.floor,.duties{fill:#f0a73a;stroke:#f0a73a}.range{stroke:#e6e6e6}}
</style>`;

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const number = (value) => Math.round(value).toLocaleString("en");
const svg = (width, height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
${STYLE}
<text class="title" x="8" y="18">${escape(title)}</text>
${parts.join("\n")}
</svg>
`;

/**
 * Bars with their quartiles.
 *
 * @param rows `{ name, kind, median, q1, q3 }`
 */
export function bars(title, rows) {
  const [width, left, right, step] = [720, 270, 60, 24];
  const most = Math.max(...rows.map(({ q3 }) => q3), 1);
  const x = (value) => left + (Math.max(value, 0) / most) * (width - left - right);
  const parts = rows.flatMap(({ name, kind, median, q1, q3 }, index) => {
    const y = 32 + index * step;
    return [
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escape(name)}</text>`,
      `<rect class="${kind}" x="${left}" y="${y + 2}" width="${(x(median) - left).toFixed(1)}" height="14" rx="2"/>`,
      `<line class="range" x1="${x(q1).toFixed(1)}" x2="${x(q3).toFixed(1)}" y1="${y + 9}" y2="${y + 9}"/>`,
      `<text class="quiet" x="${(x(Math.max(q3, median)) + 6).toFixed(1)}" y="${y + 13}">${number(median)}</text>`,
    ];
  });
  return svg(width, 40 + rows.length * step, title, parts);
}

/**
 * Lines over a count, both axes from nothing, so that a straight line is a linear cost.
 *
 * @param lines `{ name, kind, points: [count, value][] }`
 */
export function lines(title, unit, series) {
  const [width, height, left, bottom, right] = [720, 300, 70, 40, 200];
  const points = series.flatMap(({ points: own }) => own);
  const [mostX, mostY] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis]), 1));
  const x = (value) => left + (value / mostX) * (width - left - right);
  const y = (value) => height - bottom - (Math.max(value, 0) / mostY) * (height - bottom - 40);
  const parts = [
    `<path class="axis" d="M${left} 36V${height - bottom}H${width - right}"/>`,
    `<text class="quiet" x="${left - 6}" y="44" text-anchor="end">${number(mostY)} ${unit}</text>`,
    `<text class="quiet" x="${left - 6}" y="${height - bottom}" text-anchor="end">0</text>`,
    ...[...new Set(points.map(([count]) => count))]
      .filter((count) => count == mostX || count >= mostX / 10)
      .map(
        (count) =>
          `<text class="quiet" x="${x(count)}" y="${height - bottom + 18}" text-anchor="middle">${number(count)}</text>`,
      ),
  ];
  const ends = [];
  for (const { name, kind, points: own } of series) {
    const text = own.map(([count, value]) => `${x(count).toFixed(1)},${y(value).toFixed(1)}`);
    // Names keep clear of each other.
    let end = y(own.at(-1)[1]) + 4;
    while (ends.some((other) => Math.abs(other - end) < 13)) end += 13;
    ends.push(end);
    parts.push(
      `<polyline class="${kind}" style="fill:none" points="${text.join(" ")}"/>`,
      ...own.map(
        ([count, value]) =>
          `<circle class="${kind}" cx="${x(count).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"/>`,
      ),
      `<text x="${width - right + 8}" y="${end.toFixed(1)}">${escape(name)}</text>`,
    );
  }
  return svg(width, height, title, parts);
}
