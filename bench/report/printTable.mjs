import { COLUMNS } from "./columns.mjs";

/** Prints medians, a line per contestant. */
export function printTable({ contestants }) {
  const rows = [["", ...COLUMNS.map(({ short }) => short)]];
  for (const { name, measures } of Object.values(contestants)) {
    rows.push([
      name,
      ...COLUMNS.map(({ key, digits = 0 }) => measures[key]?.median.toFixed(digits) ?? "–"),
    ]);
  }
  const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join("  "),
    );
  }
}
