import { contrast, type Rgba } from "../../lib/contrast.ts";
import { parseRgb } from "../../lib/parseRgb.ts";
import type { Raw } from "../finding.ts";
import type { RuleId } from "../rules.ts";
import type { DrawnBanner, DrawnButton } from "./readBanner.ts";

const LARGER = 1.3; // times; accept's area against reject's
const LEAST = 4.5; // to 1; WCAG 2.2, 1.4.3
const STRONGER = 1.6; // times; contrast of accept's background against the banner's

export type Found = Pick<Raw, "rule" | "level" | "what" | "message" | "fix" | "evidence">;

/** What a drawn banner shows of the rules about the choice itself. `asks`: whether anything here needs consent. */
export function judgeBanner(banner: DrawnBanner, asks: boolean, controller: string): Found[] {
  const { accept, reject, by, tool } = banner;
  const found: Found[] = [];
  const add = (
    rule: RuleId,
    what: string,
    message: string,
    fix: string,
    level: Found["level"] = "error",
  ): void => void found.push({ rule, level, what, message, fix, evidence: { accept, reject } });
  if (!accept && !reject) {
    // A banner whose buttons a rule presses in a frame was found, and cannot be measured.
    if (asks && !tool) {
      add(
        "no-banner",
        "no banner",
        "Something here needs consent, and no first layer with buttons was found.",
        "Load Consentry on this page.",
      );
    }
    return found;
  }
  if (accept && !reject) {
    add(
      "no-reject",
      accept.words,
      "The first layer offers to accept and no button to refuse.",
      "Put a button that refuses everything beside it.",
    );
  }
  if (accept && reject) {
    const why = unequal(accept, reject);
    if (why) {
      add(
        "buttons-unequal",
        `${accept.words} / ${reject.words}`,
        `Accepting and refusing are not alike: ${why}.`,
        "Give both buttons the same size, font, colours and border.",
      );
    }
  }
  for (const button of [accept, reject]) {
    const ratio = button && textContrast(button);
    if (ratio && ratio < LEAST) {
      add(
        "low-contrast",
        button.words,
        `The words on this button have a contrast of ${ratio.toFixed(1)} to 1.`,
        `Choose colours with at least ${LEAST} to 1.`,
        "warning",
      );
    }
  }
  if (banner.ticked.length) {
    add(
      "pre-ticked",
      banner.ticked.join(", "),
      "Switches are on before anyone touched them.",
      "Let every optional switch begin as off.",
    );
  }
  const [page] = banner.pageLanguage.toLowerCase().split("-");
  const [language] = banner.language.toLowerCase().split("-");
  if (page && language && page != language) {
    add(
      "other-language",
      `${page} / ${language}`,
      `The page is in ${page} and the banner in ${language}.`,
      "Set `language`, or offer the page's language.",
      "warning",
    );
  }
  const named = !controller || banner.text.toLowerCase().includes(controller.toLowerCase());
  if (!banner.links || !named) {
    const lacks = banner.links ? "does not name who asks" : "leads to no notice";
    add(
      "not-informed",
      lacks,
      `The first layer ${lacks}.`,
      "Set controller.name and policyUrl.",
      "warning",
    );
  }
  const how = tool ? `autoconsent's rule for ${tool.name}` : "the words on its buttons";
  if (by == "words" || by == "rule")
    for (const one of found) one.message += ` The banner was found by ${how}.`;
  return found;
}

/** Why a visitor's eye goes to one of them, or empty. */
export function unequal(accept: DrawnButton, reject: DrawnButton): string {
  const area = (one: DrawnButton): number => one.width * one.height;
  // Words differ in length: the height is compared, and the width only where it is far off.
  if (accept.height > reject.height * 1.15)
    return `${px(accept.height)} against ${px(reject.height)} high`;
  if (
    area(accept) >
    area(reject) * LARGER * Math.max(1, accept.words.length / Math.max(1, reject.words.length))
  ) {
    return `${px(accept.width)} by ${px(accept.height)} against ${px(reject.width)} by ${px(reject.height)}`;
  }
  if (accept.fontSize > reject.fontSize * 1.05)
    return `letters of ${px(accept.fontSize)} against ${px(reject.fontSize)}`;
  if (accept.fontWeight > reject.fontWeight + 100) return "bold letters against plain ones";
  if (reject.opacity < accept.opacity - 0.05) return "refusing is drawn paler";
  if (isFilled(accept) && !isFilled(reject)) return "a filled button against one that is not";
  const [one, other] = [ground(accept), ground(reject)];
  if (one > other * STRONGER)
    return `a ground that stands out ${one.toFixed(1)} to 1 against ${other.toFixed(1)} to 1`;
  return "";
}

const px = (value: number): string => `${Math.round(value)} px`;

/** Whether a button has a background of its own, other than what is behind it. */
function isFilled(one: DrawnButton): boolean {
  return !!one.background && one.background != one.behind;
}

function ground({ background, behind }: DrawnButton): number {
  const [face, back] = [colour(background || behind), colour(behind)];
  return face && back ? contrast(face, back) : 1;
}

function textContrast({ color, background, behind }: DrawnButton): number | null {
  const [words, face] = [colour(color), colour(background || behind)];
  return words && face ? contrast(words, face) : null;
}

/** An opaque colour, or null where it shines through. */
function colour(text: string): Rgba | null {
  const found = parseRgb(text);
  return found && found[3] > 0.95 ? found : null;
}
