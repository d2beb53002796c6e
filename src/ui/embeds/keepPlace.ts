import { applyScheme } from "../theme/applyScheme.ts";
import { mirrorBox } from "./mirrorBox.ts";

/** What an element says of its own looks. */
const LOOKS = ["class", "style", "hidden", "width", "height"];
/** Nothing tells when `visibility` or `opacity` ends: what is on the screen and not seen is looked at this often, in milliseconds. */
const PEEK = 300;

/** What stands in for an element, and what it needs for that. */
export interface Understudy {
  /** The page's document as no markup of the page can name it. */
  document: Document;
  /** The host, with `inner` in its shadow root. */
  made: HTMLElement;
  inner: HTMLElement;
  /** Of the host: how its box is written. */
  style: CSSStyleDeclaration;
  /** The sheet of the page that hides what a host stands for. */
  hiding: CSSStyleSheet;
}

/**
 * Keeps a host in the place and the shape of an element as long as a visitor would see that element. It comes when a tab,
 * a slide or a size shows the element, changes with the element's own attributes, and goes when the element hides.
 *
 * @returns whether it stands now, and the undo
 */
export function keepPlace(
  element: HTMLElement,
  { document, made, inner, style, hiding }: Understudy,
): { stands: () => boolean; undo: () => void } {
  let stands = false;
  let unhide = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const box = document.createElement("div").style;
    if (stands) {
      // Measured as if it did not stand there.
      unhide();
      hiding.disabled = true;
      style.cssText = "display:none!important";
    }
    const isSeen = mirrorBox(element, box);
    hiding.disabled = false;
    if (!isSeen) made.remove();
    else {
      style.cssText = box.cssText;
      const around = element.getRootNode() as Document | ShadowRoot;
      const home = around == element.ownerDocument ? document : around;
      // A page that sets its own list of sheets throws this one out.
      if (!home.adoptedStyleSheets.includes(hiding)) home.adoptedStyleSheets.push(hiding);
      if (!stands) {
        element.before(made);
        applyScheme(inner);
      }
      if (getComputedStyle(element).display != "none") unhide = hide(element);
    }
    stands = isSeen;
    changes.takeRecords();
  };
  const peek = (): void => {
    look();
    if (!stands) timer = setTimeout(peek, PEEK);
  };
  const changes = new MutationObserver(look);
  const sight = new IntersectionObserver((news) => {
    clearTimeout(timer);
    // Also where it should be hidden, and is in sight.
    if (news.at(-1)!.isIntersecting) peek();
  });
  look();
  changes.observe(element, { attributeFilter: LOOKS });
  sight.observe(element);

  return {
    stands: () => stands,
    undo() {
      changes.disconnect();
      sight.disconnect();
      clearTimeout(timer);
      unhide();
      made.remove();
    },
  };
}

/**
 * Takes an element out of the layout where its own style outweighs `hidingStyles`; the undo leaves no trace in its
 * attributes, and what the page itself wrote meanwhile.
 */
function hide(element: HTMLElement): () => void {
  const { style } = element;
  const before = element.getAttribute("style");
  const value = style.getPropertyValue("display");
  const priority = style.getPropertyPriority("display");
  style.setProperty("display", "none", "important");
  return () => {
    if (style.getPropertyPriority("display") && style.display == "none") {
      // By CSSOM: `style-src` refuses a style attribute that is set as text.
      if (value) style.setProperty("display", value, priority);
      else style.removeProperty("display");
    }
    // Read first: Chromium does not remove an attribute that it has not yet written back.
    if (before == null && !element.getAttribute("style")) element.removeAttribute("style");
  };
}
