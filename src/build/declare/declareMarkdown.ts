import type { Config } from "../../core/config/config.ts";
import type { Service } from "../../core/config/service.ts";
import type { Words } from "../../ui/shell/createWords.ts";
import { COLUMNS } from "../../ui/embeds/createDeclaration.ts";
import { serviceFacts } from "../../ui/embeds/serviceFacts.ts";

/** The declaration as Markdown with tables (GitHub Flavored Markdown 4.10): a heading per category and service. */
export function declareMarkdown(config: Config, words: Words): string {
  const { text } = words;
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

  const describe = (service: Service): string => {
    const facts = serviceFacts(service, words).map(({ label, value, href }) => {
      const said = href ? `[${plain(value)}](<${address(href)}>)` : plain(value);
      return `- ${plain(label)}: ${said}`;
    });
    const rows = service.storage.map((item) =>
      row([
        code(item.name),
        plain(item.medium),
        plain(words.purpose(item.purpose)),
        plain(words.lifetime(item.lifetime)),
      ]),
    );
    const table = [
      row(COLUMNS.map((key) => plain(text(`field.${key}`)))),
      row(COLUMNS.map(() => "---")),
      ...rows,
    ];
    const stored = rows.length ? table.join("\n") : plain(text("storage.none"));
    return [`### ${plain(service.name)}`, facts.join("\n"), stored].join("\n\n");
  };

  const parts = config.categories.flatMap((id) => {
    const services = config.services.filter(({ category }) => category == id);
    if (!services.length) return [];
    return [`## ${plain(words.name(id))}`, plain(words.about(id)), ...services.map(describe)];
  });
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** Text that stays text: no markup, no HTML, no further table cell, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replace(/^(\d*)([-.=>])/, "$1\\$2")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

/** A name as code; one that would end the code stays text. */
function code(text: string): string {
  return /[`\r\n]/.test(text) ? plain(text) : `\`${text.replaceAll("|", "\\|")}\``;
}

/** An address between angle brackets. */
function address(url: string): string {
  return url.replace(/[\s<>\\|]/g, (sign) => encodeURIComponent(sign));
}
