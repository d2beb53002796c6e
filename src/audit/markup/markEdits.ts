import type { Edit } from "../finding.ts";
import type { MarkupElement } from "./element.ts";
import { runs } from "./fetching.ts";

/** Attributes that wait under another name until consent (docs/markup.md). */
const WAITS: Readonly<Record<string, string>> = {
  src: "data-src",
  srcset: "data-srcset",
  href: "data-href",
  poster: "data-poster",
  data: "data-data",
};
/** Elements that the library releases. */
const MARKABLE = new Set(
  "script iframe img source video audio track link object embed input image".split(" "),
);

/**
 * What turns an element into one that waits for consent: its type, the mark, and its addresses out of the
 * browser's sight. Null where a person must decide.
 *
 * @param ids Value of `data-consent`.
 * @param addresses Names of the attributes that fetch from elsewhere.
 */
export function markEdits(
  element: MarkupElement,
  ids: string,
  addresses: readonly string[],
): Edit[] | null {
  const { attributes, name, start } = element;
  if (element.ignored || element.dynamic || element.component || !MARKABLE.has(name)) return null;
  if (addresses.some((one) => !WAITS[one] || attributes.has(WAITS[one]))) return null;
  if ([...addresses, "type", "data-consent"].some((one) => attributes.get(one)?.bound)) return null;
  const edits: Edit[] = [];
  let added = "";

  if (name == "script" && runs(element)) {
    const type = attributes.get("type");
    const isModule = type?.value.trim().toLowerCase() == "module" && !attributes.has("data-type");
    // Plugins that delay scripts take the first `…type` of a tag for its type.
    const text = `type="text/plain"${isModule ? ' data-type="module"' : ""}`;
    if (type) edits.push({ start: type.start, end: type.end, text });
    else added += ` ${text}`;
  }
  const mark = attributes.get("data-consent");
  if (!mark) added += ` data-consent="${ids}"`;
  else if (!mark.value.trim()) {
    edits.push({ start: mark.start, end: mark.end, text: `data-consent="${ids}"` });
  }
  for (const one of new Set(addresses)) {
    const at = attributes.get(one)!.start;
    edits.push({ start: at, end: at + one.length, text: WAITS[one]! });
  }
  if (added) {
    const at = start + 1 + name.length;
    edits.push({ start: at, end: at, text: added });
  }
  return edits.sort((a, b) => a.start - b.start);
}
