import { html, raw } from "hono/html";
import type { Share } from "./summarise.ts";

/** Markup in which every value was escaped. */
export type Markup = ReturnType<typeof html>;

const WIDTH = 720;
const HEIGHT = 180;
const LEFT = 44;

/** A round number at or above the largest bar, so that the scale can be read. */
export function ceiling(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  return [1, 2, 5, 10].map((step) => step * power).find((value) => value >= largest) ?? power * 10;
}

/** Figures per day as stacked bars, of some kinds. Each bar says its figures to a pointer and a screen reader. */
export function dayChart<Kind extends string>(
  label: string,
  kinds: readonly Kind[],
  days: readonly { day: string; counts: Readonly<Record<Kind, number>> }[],
): Markup {
  const totals = days.map(({ counts }) => kinds.reduce((sum, kind) => sum + counts[kind], 0));
  const top = ceiling(Math.max(1, ...totals));
  const step = (WIDTH - LEFT) / days.length;
  const scale = (n: number) => (n / top) * HEIGHT;
  const bars = days.map(({ day, counts }, i) => {
    let y = HEIGHT;
    const x = LEFT + i * step;
    const parts = kinds
      .filter((kind) => counts[kind])
      .map((kind) => {
        const height = scale(counts[kind]);
        y -= height;
        return html`<rect
          class="${kind}"
          x="${x + step * 0.1}"
          y="${y}"
          width="${step * 0.8}"
          height="${height}"
        />`;
      });
    const words = kinds.map((kind) => `${counts[kind]} ${kind}`).join(", ");
    return html`<g
      ><title>${day}: ${words}</title
      ><rect class="hit" x="${x}" y="0" width="${step}" height="${HEIGHT}" />${parts}</g
    >`;
  });
  const marks = [0, 0.5, 1].map((part) => {
    const y = HEIGHT - part * HEIGHT;
    return html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}" /><text
        x="${LEFT - 6}"
        y="${y + 4}"
        text-anchor="end"
        >${top * part}</text
      >`;
  });
  return html`<svg role="img" aria-label="${label}" viewBox="0 -10 ${WIDTH} ${HEIGHT + 34}">
    ${marks}${bars}
    <text x="${LEFT}" y="${HEIGHT + 18}">${days[0]?.day ?? ""}</text>
    <text x="${WIDTH}" y="${HEIGHT + 18}" text-anchor="end">${days.at(-1)?.day ?? ""}</text>
  </svg>`;
}

/** One share as a bar with its figure beside it. */
export function shareBar({ yes, no }: Share): Markup {
  const all = yes + no;
  const part = all ? yes / all : 0;
  const percent = `${Math.round(part * 1000) / 10} %`;
  return html`<svg
      class="share"
      role="img"
      aria-label="${percent} accepted"
      viewBox="0 0 200 14"
      preserveAspectRatio="none"
    >
      <rect class="rest" width="200" height="14" />
      <rect class="accepted" width="${part * 200}" height="14" />
    </svg>
    ${percent}`;
}

/** Nothing, where markup is expected. */
export const nothing: Markup = raw("");
