import { hostOf } from "./hostOf.ts";
import { judgeAddress, type Knowledge, type Sighting, shown } from "./judge.ts";
import { styleAddresses } from "./styleAddresses.ts";

/**
 * What a style sheet or a `style` attribute fetches from elsewhere. A rule cannot be marked, so there is
 * nothing that `--fix` could write.
 *
 * @param start Where the style sheet begins in the file, or the element of a `style` attribute.
 * @param end The same as `start` for a style sheet; the element's end for an attribute.
 */
export function judgeStyle(css: string, start: number, end: number, known: Knowledge): Sighting[] {
  const found: Sighting[] = [];
  const seen = new Set<string>();
  for (const { address, at, imported } of styleAddresses(css)) {
    const host = hostOf(address);
    const verdict = host ? judgeAddress(address, host, known) : null;
    const key = verdict?.service?.id ?? host;
    if (!verdict || seen.has(key)) continue;
    seen.add(key);
    const from = start == end ? start + at : start;
    found.push({
      rule: verdict.service ? "service-unmarked" : "third-party-unmarked",
      level: verdict.level,
      start: from,
      end: start == end ? from + address.length : end,
      service: verdict.service?.id ?? "",
      what: shown(address),
      message: `This style asks ${verdict.name} before anyone was asked.`,
      fix: imported
        ? `Replace the @import by <link rel="stylesheet" data-consent="${verdict.mark}" data-href="…">.`
        : `Serve the file yourself, or move the rule to a style sheet whose link is marked data-consent="${verdict.mark}".`,
    });
  }
  return found;
}
