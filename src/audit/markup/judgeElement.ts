import type { Edit } from "../finding.ts";
import { type MarkupElement, valueOf } from "./element.ts";
import { type Fetched, fetching, runs } from "./fetching.ts";
import { hostOf } from "./hostOf.ts";
import { judgeAddress, type Knowledge, type Sighting, shown, type Verdict } from "./judge.ts";
import { judgeCode } from "./judgeCode.ts";
import { judgeMark } from "./judgeMark.ts";
import { judgeStyle } from "./judgeStyle.ts";
import { markEdits } from "./markEdits.ts";

const NOUNS = {
  script: "script",
  frame: "frame",
  picture: "picture",
  stylesheet: "style sheet",
  media: "film or sound",
  object: "object",
  link: "resource",
} as const;

/** All that is wrong with one element as it stands in the file. */
export function judgeElement(element: MarkupElement, known: Knowledge): Sighting[] {
  const found = judgeFetches(element, known);
  const style = valueOf(element, "style");
  if (style?.includes("(")) found.push(...judgeStyle(style, element.start, element.end, known));
  if (element.name == "style") {
    const { textStart: start, text } = element;
    found.push(...judgeStyle(text, start, start, known));
  }
  if (element.name == "script" && !hasAddress(element)) found.push(...judgeCode(element, known));
  found.push(...judgeMark(element, known));
  return element.inert ? found.map(inTemplate) : found;
}

function hasAddress(element: MarkupElement): boolean {
  return ["src", "href", "xlink:href"].some((name) => element.attributes.has(name));
}

function judgeFetches(element: MarkupElement, known: Knowledge): Sighting[] {
  const asked = new Map<string, { verdict: Verdict; fetched: Fetched }>();
  const attributes: string[] = [];
  for (const fetched of fetching(element)) {
    const host = hostOf(fetched.address);
    const verdict = host ? judgeAddress(fetched.address, host, known) : null;
    if (!verdict) continue;
    attributes.push(fetched.attribute);
    const key = verdict.service?.id ?? host;
    if (!asked.has(key)) asked.set(key, { verdict, fetched });
  }
  // Several services in one element (a `srcset`): the mark names them all.
  const marks = [...new Set([...asked.values()].map(({ verdict }) => verdict.mark))].join(" ");
  const edits = asked.size ? markEdits(element, marks, attributes) : null;
  return [...asked.values()].map(({ verdict, fetched }) =>
    sightingOf(element, verdict, fetched, edits),
  );
}

function sightingOf(
  element: MarkupElement,
  verdict: Verdict,
  fetched: Fetched,
  edits: readonly Edit[] | null,
): Sighting {
  const marked = element.attributes.get("data-consent")?.value.trim();
  const noun = NOUNS[fetched.kind];
  const rule = marked
    ? element.ignored
      ? "mark-without-effect"
      : "marked-but-runs"
    : verdict.service
      ? "service-unmarked"
      : "third-party-unmarked";
  const level = fetched.lookup ? (verdict.service ? "warning" : "note") : verdict.level;
  const means = fetched.lookup ? "looks up the host of" : "asks";
  const whom = verdict.service ? `${verdict.name} (${verdict.service.category})` : verdict.name;
  const how = marked
    ? `is marked, and ${means} ${whom} all the same`
    : `${means} ${whom} before anyone was asked`;
  return {
    rule,
    level,
    start: element.start,
    end: element.end,
    service: verdict.service?.id ?? "",
    what: shown(fetched.address),
    message: [`This ${noun} ${how}.`, verdict.remark].filter(Boolean).join(" "),
    fix: fixOf(element, verdict, fetched, edits),
    ...(edits && verdict.level != "note" && { edits }),
  };
}

function fixOf(
  element: MarkupElement,
  verdict: Verdict,
  { attribute }: Fetched,
  edits: readonly Edit[] | null,
): string {
  if (element.ignored) {
    return "Take it out of the part under data-consent-ignore: no mark has an effect there.";
  }
  if (element.noscript && element.name != "link") {
    return "Delete it: a browser without scripts can give no consent. A mark also keeps it from being fetched.";
  }
  if (!edits) {
    return element.dynamic || element.component
      ? "More attributes are written elsewhere, so mark it by hand where it is not marked already."
      : `Serve it from your own host, or put it in place by a script that is marked data-consent="${verdict.mark}".`;
  }
  const script = element.name == "script" && runs(element) ? ' type="text/plain"' : "";
  const unknown = verdict.service
    ? ""
    : ` Declare ${verdict.name} as a service of your own, or serve the file yourself.`;
  return `Write${script} data-consent="${verdict.mark}" and data-${attribute} for ${attribute}.${unknown}`;
}

function inTemplate(sighting: Sighting): Sighting {
  return {
    ...sighting,
    level: "note",
    message: `${sighting.message} It stands in a <template>: it is fetched once a script puts it in place.`,
  };
}
