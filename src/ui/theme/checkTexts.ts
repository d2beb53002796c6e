import { contrast } from "../../lib/contrast.ts";
import { parseRgb } from "../../lib/parseRgb.ts";
import { backdrop, over } from "./backdrop.ts";

/** WCAG 2.2, 1.4.3: of texts, and of those that are large, from so many pixels (bold: the second). */
const USUAL = 4.5;
const LARGE = 3;
const LARGE_PX = 24;
const LARGE_BOLD_PX = 18.66;
/** Letters of a text that say which one it is. */
const EXCERPT = 20;

/**
 * Finds texts of a view that cannot be read on what they stand on, accept and reject aside, which are looked at by
 * themselves.
 *
 * @returns each in a few words, `text contrast 2.1 “Choose”`, the worst first
 */
export function checkTexts(root: ShadowRoot): string[] {
  const found: { read: number; text: string }[] = [];
  for (const element of root.querySelectorAll<HTMLElement>("*:not([part=choice])")) {
    const text = [...element.childNodes]
      .map((node) => (node.nodeType == Node.TEXT_NODE ? node.nodeValue! : ""))
      .join("")
      .trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
    // For those who listen, and no one sees it.
    const { width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    const style = getComputedStyle(element);
    const ground = backdrop(element);
    const words = over(parseRgb(style.color), ground);
    if (!ground || !words) continue;
    const size = parseFloat(style.fontSize);
    const isLarge = size >= LARGE_PX || (size >= LARGE_BOLD_PX && Number(style.fontWeight) >= 700);
    const read = contrast(words, ground);
    if (read < (isLarge ? LARGE : USUAL)) found.push({ read, text });
  }
  return found
    .toSorted((one, other) => one.read - other.read)
    .map(({ read, text }) => `text contrast ${read.toFixed(1)} “${text.slice(0, EXCERPT)}”`);
}
