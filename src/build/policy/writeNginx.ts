import type { Choices } from "./choices.ts";
import { HEADER, pattern, quoted } from "./recipeText.ts";

/** nginx reads no word longer than its buffer of 4,096 bytes. */
const LONGEST = 3500;
const DOCUMENT = `"~^(text/html|text/xml|application/(xhtml[+])?xml|image/svg)"`;
const SCRIPT = `"~^(text|application)/(x-)?javascript"`;

/** The recipe for nginx: maps for the `http` block, and three lines for each `server` or `location`. */
export function writeNginx(
  { doubled, switches, choices, undecided }: Choices,
  name: string,
): string {
  const maps = switches.map(({ id, permitted, refused }) => {
    const rows = [
      ...(permitted ? [`  ${pattern(`~${doubled}`)} 0;`] : []),
      ...(refused ? [`  ${pattern(`~${refused}`)} 0;`] : []),
      ...(permitted ? [`  ${pattern(`~${permitted}`)} 1;`] : []),
    ];
    return `map $http_cookie ${variable(id)} {\n  default ${permitted ? 0 : 1};\n${rows.join("\n")}\n}\n`;
  });
  const parts: string[] = [];
  const texts = new Map<string, string>();
  const reference = (text: string): string => {
    let known = texts.get(text);
    if (!known) {
      known = "";
      for (let at = 0; at < text.length; at += LONGEST) {
        const part = `$consentry_text_${parts.length}`;
        const piece = quoted(text.slice(at, at + LONGEST));
        parts.push(`map "" ${part} {\n  default ${piece};\n}\n`);
        known += part.replace("$", "${") + "}";
      }
      texts.set(text, known);
    }
    return `"${known}"`;
  };
  const rows = choices.map(({ bits, policy }) => `  "~^${bits}$" ${reference(policy)};`);
  const nobody = reference(undecided);
  const bits = switches.map(({ id }) => variable(id)).join("") || "none";
  return `${HEADER}
# --- into the http block ---
${maps.join("")}${parts.join("")}map "${bits}" $consentry_choice {
  default ${nobody};
${switches.length ? `${rows.join("\n")}\n` : ""}}
# A document, and the script of a dedicated worker, get the visitor's own; any other script gets nobody's.
map "$sent_http_content_type|$http_sec_fetch_dest" $consentry_policy {
  default "";
  "~^[|]" $consentry_choice;
  ${DOCUMENT} $consentry_choice;
  "~^(text|application)/(x-)?javascript.*[|]worker$" $consentry_choice;
  ${SCRIPT} ${nobody};
}
map "$sent_http_content_type|$http_sec_fetch_dest" $consentry_cache {
  default "";
  "~^[|]" "private, no-cache";
  ${DOCUMENT} "private, no-cache";
  "~^(text|application)/(x-)?javascript.*[|]worker$" "private, no-cache";
}
map "$sent_http_content_type|$http_sec_fetch_dest" $consentry_vary {
  default "";
  "~^[|]" "Cookie";
  ${DOCUMENT} "Cookie";
  "~^(text|application)/(x-)?javascript.*[|]worker$" "Cookie";
  ${SCRIPT} "Sec-Fetch-Dest";
}

# --- into each server block, and into each location that has an add_header of its own ---
# add_header ${name} $consentry_policy always;
# add_header Cache-Control $consentry_cache always;
# add_header Vary $consentry_vary always;
`;
}

function variable(id: string): string {
  return `$consentry_${id.replaceAll("-", "_")}`;
}
