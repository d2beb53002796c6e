/** `1 page`, `2 pages`: a number and what it counts. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count == 1 ? "" : "s"}`;
}

/** What an audit looked at and found, in one line. */
export function countedAll(
  kind: string,
  counts: Readonly<Record<"files" | "pages" | "errors" | "warnings" | "notes", number>>,
): string {
  const looked = kind == "files" ? counted(counts.files, "file") : counted(counts.pages, "page");
  const found = (["error", "warning", "note"] as const).map((level) =>
    counted(counts[`${level}s`], level),
  );
  return `${looked}: ${found.join(", ")}`;
}
