import { contrast, type Rgba } from "../lib/contrast.ts";
import { parseRgb } from "../lib/parseRgb.ts";

/** What makes a button louder. The words may differ, and with them nothing but the words. */
const SAME = [
  ...["width", "height", "font-family", "font-size", "font-weight", "font-style"],
  ...["letter-spacing", "text-transform", "text-decoration-line", "color", "opacity"],
  ...["background-color", "background-image", "border-top-color", "border-top-width"],
  ...["border-top-style", "border-top-left-radius", "padding-top", "padding-left", "box-shadow"],
  ...["filter", "transform", "scale", "visibility", "display", "animation-name", "outline-style"],
];
/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const EDGE = 3;

/**
 * Compares accept and reject as a visitor sees them, in a UI that is on show: every computed style
 * that makes a button louder, its box to half a pixel, and the contrast of words and edges.
 *
 * @param host the element `[data-consentry]`.
 * @returns what is unfair or unreadable, each in a few words (`"background-color"`,
 *   `"contrast 2.9"`); empty when all is well, nothing is shown, or the pointer is on one of
 *   them. Report it as `unfair-theme`.
 */
export function checkFairness(host: Element): string[] {
  const find = (action: string) =>
    host.shadowRoot?.querySelector(`[data-consentry-action="${action}"]`);
  const accept = find("accept-all");
  const reject = find("reject-all");
  if (!accept || !reject) return [];
  // A button under the pointer looks different for that moment, and fairly so.
  if (accept.matches(":hover") || reject.matches(":hover")) return [];
  const styles = [accept, reject].map((button) => getComputedStyle(button)) as [
    CSSStyleDeclaration,
    CSSStyleDeclaration,
  ];
  const boxes = [accept, reject].map((button) => button.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ];

  const differs = (name: string) => {
    if (name == "width" || name == "height") return Math.abs(boxes[0][name] - boxes[1][name]) > 0.5;
    return styles[0].getPropertyValue(name) != styles[1].getPropertyValue(name);
  };
  const breaches = SAME.filter(differs);
  // Accept is what a theme looks at; if reject differs, that is a breach already.
  const around = backdrop(accept.parentElement);
  const own = over(parseRgb(styles[0].backgroundColor), around);
  const words = parseRgb(styles[0].color);
  if (own && words && around) {
    const read = contrast(over(words, own) ?? words, own);
    const edge = over(parseRgb(styles[0].borderTopColor), own) ?? own;
    const seen = Math.max(contrast(own, around), contrast(edge, around));
    if (read < TEXT) breaches.push(`contrast ${read.toFixed(1)}`);
    if (seen < EDGE) breaches.push(`edge contrast ${seen.toFixed(1)}`);
  }
  return breaches;
}

/** The colour that an element stands on, or null where it is not a plain one. */
function backdrop(element: Element | null): Rgba | null {
  for (let one = element; one; one = one.parentElement) {
    const color = parseRgb(getComputedStyle(one).backgroundColor);
    if (!color || color[3] == 1) return color;
  }
  return [255, 255, 255, 1];
}

/** A colour laid over an opaque one. */
function over(color: Rgba | null, under: Rgba | null): Rgba | null {
  if (!color || !under) return null;
  const mix = (part: 0 | 1 | 2) => color[part] * color[3] + under[part] * (1 - color[3]);
  return [mix(0), mix(1), mix(2), 1];
}
