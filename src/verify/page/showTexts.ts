import { describeRecord } from "../../record/describeRecord.ts";
import { parseRecord } from "../../record/parseRecord.ts";
import { toHex, utf8 } from "../bytes.ts";
import type { Primitives } from "../primitives.ts";
import type { Texts } from "./collectTexts.ts";

/** Writes records in words into an element: when, what was chosen, exactly what was shown. Text only. */
export function showTexts(place: Element, texts: Texts, { sha256 }: Primitives): void {
  const notices = new Map(texts.notices.map((text) => [toHex(sha256(utf8(text))), text]));
  const make = (parent: Element, name: string, text: string) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  place.replaceChildren();
  for (const text of texts.records) {
    const record = parseRecord(text);
    if (typeof record == "string") continue;
    const { heading, facts, shown } = describeRecord(record, notices.get(record.notice) ?? null);
    make(place, "h2", heading);
    const list = make(place, "dl", "");
    for (const [label, value] of facts) {
      make(list, "dt", label);
      make(list, "dd", value);
    }
    if (shown) make(place, "pre", shown.join("\n"));
    else make(place, "p", "The text of what was shown is not in this file.");
  }
  if (texts.count > texts.records.length) {
    make(place, "p", `${texts.records.length} of ${texts.count} records are shown.`);
  }
}
