import { contrast } from '../lib/contrast.js';
import { parseRgb } from '../lib/parseRgb.js';

const SAME = [
  ...["width", "height", "font-family", "font-size", "font-weight", "font-style"],
  ...["letter-spacing", "text-transform", "text-decoration-line", "color", "opacity"],
  ...["background-color", "background-image", "border-top-color", "border-top-width"],
  ...["border-top-style", "border-top-left-radius", "padding-top", "padding-left", "box-shadow"],
  ...["filter", "transform", "scale", "visibility", "display", "animation-name", "outline-style"]
];
const TEXT = 4.5;
const EDGE = 3;
const POINTS = [
  [0.5, 0.5],
  [0.15, 0.25],
  [0.85, 0.25],
  [0.15, 0.75],
  [0.85, 0.75]
];
function checkFairness(host) {
  const find = (action) => host.shadowRoot?.querySelector(`[data-consentry-action="${action}"]`);
  const accept = find("accept-all");
  const reject = find("reject-all");
  if (!accept || !reject) return [];
  if (accept.matches(":hover") || reject.matches(":hover")) return [];
  const pair = [accept, reject];
  const [one, other] = pair.map((button) => getComputedStyle(button));
  const [box, otherBox] = pair.map((button) => button.getBoundingClientRect());
  const differs = (name) => {
    if (name == "width" || name == "height") return Math.abs(box[name] - otherBox[name]) > 0.5;
    return rounded(one.getPropertyValue(name)) != rounded(other.getPropertyValue(name));
  };
  const breaches = SAME.filter(differs);
  if (!breaches.length) breaches.push(...[...one].filter(differs));
  if (isVeiled(accept, reject)) breaches.push("covered");
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
const rounded = (value) => value.replace(/[\d.]+px/g, (length) => `${Math.round(parseFloat(length))}`);
function isVeiled(accept, reject) {
  const pair = [accept, reject];
  const root = accept.getRootNode();
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
const isGhost = (style) => style.pointerEvents == "none";
function overlap(one, other) {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const gap = 1;
  return a.left + gap < b.right && b.left + gap < a.right && a.top + gap < b.bottom && b.top + gap < a.bottom;
}
function backdrop(element) {
  for (let one = element; one; one = one.parentElement) {
    const color = parseRgb(getComputedStyle(one).backgroundColor);
    if (!color || color[3] == 1) return color;
  }
  return [255, 255, 255, 1];
}
function over(color, under) {
  if (!color || !under) return null;
  const mix = (part) => color[part] * color[3] + under[part] * (1 - color[3]);
  return [mix(0), mix(1), mix(2), 1];
}

export { checkFairness };
