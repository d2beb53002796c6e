/** What gives a box its place in the page, beside its size. */
const PLACE =
  "position inset float vertical-align order z-index margin align-self justify-self flex grid-area";
/** Smaller than this, in CSS pixels, is a pixel and not something that a visitor misses. */
const SMALL = 40;
/** CSS pixels off the page that mean “never to be seen”. */
const FAR = 3000;

/**
 * Writes into `style` what makes a box stand exactly where an element stands, so that nothing in the
 * page shifts when one takes the place of the other. False where there is nothing to stand in for:
 * the element is hidden, off the page, or too small to be seen.
 *
 * A hidden parent (a tab, an accordion) gives no size to measure: the element's own attributes
 * speak, or the 300 × 150 that HTML gives an embed.
 */
export function mirrorBox(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  const own = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const laidOut = element.getClientRects().length > 0;
  const size = (name: "width" | "height", layout: number, usual: number): number => {
    const given = parseFloat(element.getAttribute(name) ?? own[name]);
    if (!laidOut) return given >= 0 ? given : usual;
    // To parts of a pixel, but not as a `transform`, a `scale` or a `zoom` around it shows it: what stands in is shown so too.
    return box[name] < SMALL || Math.abs(box[name] - layout) < 1 ? box[name] : layout;
  };
  const width = size("width", element.offsetWidth, 300);
  const height = size("height", element.offsetHeight, 150);
  if (own.display == "none" || own.visibility != "visible" || own.opacity == "0") return false;
  if (width < SMALL || height < SMALL || (laidOut && isAway(box, own.position))) return false;

  const set = (name: string, value: string) => style.setProperty(name, value, "important");
  for (const name of PLACE.split(" ")) set(name, own.getPropertyValue(name));
  const parent = element.parentElement;
  // A tab or a slide that hides later takes it along.
  const isHidden = parent && getComputedStyle(parent).visibility != "visible";
  set("visibility", isHidden ? "visible" : "inherit");
  // What fills its parent keeps filling it when the window changes.
  const fills = (size: number, all = 0) => laidOut && Math.abs(size - all) < 1;
  set("display", own.display == "inline" ? "inline-block" : own.display);
  set("box-sizing", "border-box");
  // So that the baseline is the bottom edge, as an embed's is, and not a line of text.
  set("overflow", "hidden");
  set("max-width", "100%");
  set("width", fills(width, contentWidth(parent)) ? "100%" : `${width}px`);
  if (own.position == "absolute" && fills(height, parent?.clientHeight)) set("height", "100%");
  else if (own.aspectRatio != "auto") set("aspect-ratio", `${width}/${height}`);
  else set("height", `${height}px`);
  return true;
}

/** Off the page, above it or on its left, where no one can scroll; a carousel's slides may be there for a while. */
function isAway({ right, bottom }: DOMRect, position: string): boolean {
  const far = /absolute|fixed/.test(position) ? 0 : -FAR;
  return right + scrollX <= far || bottom + scrollY <= far;
}

function contentWidth(parent: HTMLElement | null): number {
  if (!parent) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(parent);
  return parent.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}
