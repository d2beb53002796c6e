import type { UiHost } from "../../core/config/parts.ts";
import type { Service } from "../../core/config/service.ts";
import type { Words } from "../shell/createWords.ts";
import { el } from "../shell/el.ts";
import { serviceFacts } from "./serviceFacts.ts";

/** Columns of the table: the keys of their headings. */
export const COLUMNS: readonly ["name", "medium", "purpose", "lifetime"] = [
  "name",
  "medium",
  "purpose",
  "lifetime",
];

/**
 * The table of services and what they store, one table per category and one row group per service:
 * the part of a cookie policy that goes out of date when it is written by hand. In the page's own
 * DOM, so that it takes the page's type; with explicit roles, because a table that a narrow screen
 * lays out as blocks loses its meaning in some browsers.
 */
export function createDeclaration(
  host: Pick<UiHost, "document" | "config">,
  words: Words,
): HTMLElement[] {
  const { document, config } = host;
  const { text } = words;
  const row = (...cells: HTMLElement[]) => el(document, "tr", { role: "row" }, ...cells);

  const group = (service: Service): HTMLElement => {
    const facts = serviceFacts(service, words).flatMap(({ label, value, href }) => [
      el(document, "br", {}),
      `${label}: `,
      href ? el(document, "a", { href }, value) : value,
    ]);
    const title = el(
      document,
      "th",
      { role: "rowheader", scope: "rowgroup", colspan: String(COLUMNS.length) },
      el(document, "strong", {}, service.name),
      el(document, "small", {}, ...facts),
    );
    const rows = service.storage.map((item) => {
      const values = {
        name: item.name,
        medium: item.medium,
        purpose: words.purpose(item.purpose),
        lifetime: words.lifetime(item.lifetime),
      };
      return row(
        ...COLUMNS.map((key) =>
          el(
            document,
            "td",
            { role: "cell", "data-label": text(`field.${key}`) },
            key == "name" ? el(document, "code", {}, values[key]) : values[key],
          ),
        ),
      );
    });
    const none = el(
      document,
      "td",
      { role: "cell", colspan: String(COLUMNS.length) },
      text("storage.none"),
    );
    return el(
      document,
      "tbody",
      { role: "rowgroup" },
      row(title),
      ...(rows.length ? rows : [row(none)]),
    );
  };

  return config.categories.flatMap((id) => {
    const services = config.services.filter(({ category }) => category == id);
    if (!services.length) return [];
    const headings = COLUMNS.map((key) =>
      el(document, "th", { role: "columnheader", scope: "col" }, text(`field.${key}`)),
    );
    return el(
      document,
      "table",
      { role: "table" },
      el(document, "caption", {}, el(document, "b", {}, words.name(id)), ` ${words.about(id)}`),
      el(document, "thead", { role: "rowgroup" }, row(...headings)),
      ...services.map(group),
    );
  });
}
