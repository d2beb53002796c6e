import { contrast } from "../../lib/contrast.ts";
import { parseRgb } from "../../lib/parseRgb.ts";
import { backdrop, over } from "./backdrop.ts";

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
/** Where a button is looked at, in parts of its width and height. */
const POINTS = [
  [0.5, 0.5],
  [0.15, 0.25],
  [0.85, 0.25],
  [0.15, 0.75],
  [0.85, 0.75],
] as const;

/**
 * Compares accept and reject as a visitor sees them, in a UI that is on show: every computed style,
 * the boxes to half a pixel, whether something lies over one of them, and the contrast of words and
 * edges. In the colour scheme on show: `inOtherScheme` shows the other.
 *
 * @param host the element `[data-consentry]`.
 * @returns what is unfair or unreadable, each in a few words (`"background-color"`, `"covered"`,
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
  const pair = [accept, reject] as const;
  const [one, other] = pair.map((button) => getComputedStyle(button)) as [
    CSSStyleDeclaration,
    CSSStyleDeclaration,
  ];
  const [box, otherBox] = pair.map((button) => button.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ];

  const differs = (name: string): boolean => {
    if (name == "width" || name == "height") return Math.abs(box[name] - otherBox[name]) > 0.5;
    return rounded(one.getPropertyValue(name)) != rounded(other.getPropertyValue(name));
  };
  const breaches = SAME.filter(differs);
  // Whatever else CSS has or will have; seldom, so that what is usual is named first.
  if (!breaches.length) breaches.push(...[...one].filter(differs));
  if (isVeiled(accept, reject)) breaches.push("covered");

  // Accept is what a theme looks at; if reject differs, that is a breach already.
  const around = backdrop(accept.parentElement);
  const own = over(parseRgb(one.backgroundColor), around);
  const words = parseRgb(one.color);
  if (own && words && around) {
    const read = contrast(over(words, own) ?? words, own);
    const edge = over(parseRgb(one.borderTopColor), own) ?? own;
    const seen = Math.max(contrast(own, around), contrast(edge, around));
    if (read < TEXT) breaches.push(`contrast ${read.toFixed(1)}`);
    if (seen < EDGE) breaches.push(`edge contrast ${seen.toFixed(1)}`);
  }
  return breaches;
}

/** Origins and sizes follow the box, which Firefox rounds apart in the fifth decimal. */
const rounded = (value: string): string =>
  value.replace(/[\d.]+px/g, (length) => `${Math.round(parseFloat(length))}`);

/** Whether one of the two is hidden by what stands around it, though its own styles are the other's. */
function isVeiled(accept: Element, reject: Element): boolean {
  const pair = [accept, reject];
  const root = accept.getRootNode() as ShadowRoot;
  const [hit, otherHit] = pair.map((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return POINTS.map(([x, y]) => {
      const found = root.elementFromPoint(left + x * width, top + y * height);
      return found == button;
    }).join();
  });
  if (hit != otherHit) return true;
  const isSeeThrough = (parseRgb(getComputedStyle(accept).backgroundColor)?.[3] ?? 1) < 1;
  for (const element of root.querySelectorAll("[part]")) {
    if (pair.includes(element)) continue;
    const style = getComputedStyle(element);
    if (element.contains(accept)) {
      // One side of what holds both may be faded, blurred, or painted under see-through buttons.
      if (style.maskImage != "none" || style.filter.includes("url")) return true;
      if (isSeeThrough && style.backgroundImage != "none") return true;
    } else if (isGhost(style) && pair.some((button) => overlap(element, button))) return true;
    for (const pseudo of ["::before", "::after"]) {
      const made = getComputedStyle(element, pseudo);
      if (!/^(none|normal)$/.test(made.content) && isGhost(made)) return true;
    }
  }
  return overlap(accept, reject);
}

/** The pointer goes through it, so that looking at a point does not find it. */
const isGhost = (style: CSSStyleDeclaration): boolean => style.pointerEvents == "none";

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const gap = 1; // pixel
  return (
    a.left + gap < b.right &&
    b.left + gap < a.right &&
    a.top + gap < b.bottom &&
    b.top + gap < a.bottom
  );
}
