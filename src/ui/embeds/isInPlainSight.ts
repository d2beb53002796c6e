import { shadowHost } from "../../lib/shadowHost.ts";

/** What, other than none, makes an element look unlike itself, for all that is inside it. */
const VEILS = ["filter", "clipPath", "maskImage", "rotate", "scale", "perspective"] as const;
/** Where a box is looked at, in parts of its width and height. */
const POINTS = [0.1, 0.5, 0.9];

/**
 * Whether a visitor sees `parts` of a shadow tree as they are: at full strength, undistorted, inside the window, and with
 * nothing over them, be it transparent to the pointer. Anyone who can write into a page can put a placeholder's button
 * under the pointer where its words are not seen; a click on it then says nothing.
 */
export function isInPlainSight(host: Element, parts: readonly Element[]): boolean {
  const root = host.shadowRoot!;
  const { document } = window;
  let strength = 1;
  let around: Element | null = host;
  for (; around; around = parentOf(around)) {
    const style = getComputedStyle(around);
    strength *= Number(style.opacity);
    const { a, b, c, d } = new DOMMatrix(style.transform);
    const isMoved = a == 1 && !b && !c && d == 1;
    if (!isMoved || style.mixBlendMode != "normal") return false;
    if (VEILS.some((name) => !/^(none|)$/.test(style[name] ?? ""))) return false;
  }
  if (strength < 0.9) return false;
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const isHit = ({ left, top, width, height }: DOMRect): boolean =>
    POINTS.every((x) =>
      POINTS.every((y) => {
        const found = root.elementFromPoint(left + x * width, top + y * height);
        return !!found && root.contains(found);
      }),
    );
  if (!boxes.every((box) => box.width > 0 && box.height > 0 && isHit(box))) return false;
  // What lets the pointer through is not hit, and covers all the same.
  return ![...document.querySelectorAll("*")].some(
    (element) =>
      !element.contains(host) && isGhost(element) && boxes.some((box) => overlaps(element, box)),
  );
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? shadowHost(element) ?? null;

/** Whether an element lets the pointer through, and paints something. */
function isGhost(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.pointerEvents != "none" || style.visibility != "visible" || style.opacity == "0")
    return false;
  return (
    !/, 0\)$|^transparent$/.test(style.backgroundColor) ||
    style.backgroundImage != "none" ||
    style.boxShadow != "none" ||
    style.backdropFilter != "none" ||
    parseFloat(style.borderTopWidth) + parseFloat(style.outlineWidth) > 0 ||
    element.matches("img,svg,svg *,canvas,video,picture,iframe,object,embed,input,textarea") ||
    [...element.childNodes].some((node) => node.nodeType == 3 && node.nodeValue!.trim())
  );
}

function overlaps(element: Element, box: DOMRect): boolean {
  return [...element.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left < box.right && right > box.left && top < box.bottom && bottom > box.top,
  );
}
