/** A sign that begins a formula, also behind what a spreadsheet skips: spaces and quotation marks. */
const FORMULA = /^[\s"'\u0000]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;
/** The same behind a semicolon, which begins a cell where it is the separator (Excel in most of Europe). */
const LATER = /;(?=[\s"'\u0000]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/gu;
/** Tabulators and line ends begin a cell too; the rest does not show, or turns what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * One cell of a CSV file (RFC 4180). Where a spreadsheet would run a formula, whichever of comma,
 * semicolon and tabulator it takes for the separator, an apostrophe comes before it (OWASP, "CSV Injection");
 * whatever is not seen becomes a space.
 */
export function csvCell(value: string): string {
  const plain = value.replace(UNSEEN, " ").replace(LATER, ";'");
  const harmless = FORMULA.test(plain) ? `'${plain}` : plain;
  return `"${harmless.replaceAll('"', '""')}"`;
}
