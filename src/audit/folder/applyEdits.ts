import type { Edit } from "../finding.ts";

/** A text with edits made, none of which may overlap another; the same edit twice is made once. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let made = "";
  let from = 0;
  let last: Edit | undefined;
  for (const edit of sorted) {
    if (last && last.start == edit.start && last.end == edit.end && last.text == edit.text)
      continue;
    if (edit.start < from) continue; // Of two that overlap, the first; the next run sees the rest.
    made += text.slice(from, edit.start) + edit.text;
    from = edit.end;
    last = edit;
  }
  return made + text.slice(from);
}
