import type { Choices } from "./choices.ts";
import { HEADER, pattern, quoted } from "./recipeText.ts";

const FILES =
  "avif css gif ico jpeg jpg json map mp3 mp4 pdf png txt ttf wasm webm webp woff woff2";

/** The recipe for Caddy 2: a snippet, imported in each site by `import consentry`. */
export function writeCaddy(
  { doubled, switches, choices, undecided }: Choices,
  name: string,
): string {
  const maps = switches.map(({ id, permitted, refused }) => {
    const rows = [
      ...(permitted ? [`    ${pattern(`~${doubled}`)} 0`] : []),
      ...(refused ? [`    ${pattern(`~${refused}`)} 0`] : []),
      ...(permitted ? [`    ${pattern(`~${permitted}`)} 1`] : []),
    ];
    const usual = permitted ? 0 : 1;
    return `  map {http.request.header.Cookie} ${variable(id)} {\n${rows.join("\n")}\n    default ${usual}\n  }\n`;
  });
  const rows = choices.map(({ bits, policy }) => `    ${bits} ${quoted(policy)}`);
  const bits = switches.map(({ id }) => variable(id)).join("");
  return `${HEADER}# Write "import consentry" into each site, and "import consentry_errors" into its handle_errors block.
(consentry) {
${maps.join("")}${
    switches.length
      ? `  map "${bits}" {consentry_policy} {\n${rows.join("\n")}\n    default ${quoted(undecided)}\n  }\n`
      : `  map {http.request.method} {consentry_policy} {\n    default ${quoted(undecided)}\n  }\n`
  }  @consentry_scripts {
    path *.js *.mjs
    not header Sec-Fetch-Dest worker
  }
  @consentry_own not path *.js *.mjs ${FILES.split(" ")
    .map((end) => `*.${end}`)
    .join(" ")}
  @consentry_workers {
    path *.js *.mjs
    header Sec-Fetch-Dest worker
  }
  # A document, and the script of a dedicated worker, get the visitor's own; any other script gets nobody's.
  header @consentry_own {
    ${name} {consentry_policy}
    Cache-Control "private, no-cache"
    -Expires
    +Vary Cookie
    defer
  }
  header @consentry_workers {
    ${name} {consentry_policy}
    Cache-Control "private, no-cache"
    +Vary Cookie
    defer
  }
  header @consentry_scripts {
    ${name} ${quoted(undecided)}
    +Vary Sec-Fetch-Dest
    defer
  }
}
(consentry_errors) {
  header {
    ${name} {consentry_policy}
    Cache-Control "private, no-cache"
    +Vary Cookie
  }
}
`;
}

function variable(id: string): string {
  return `{consentry_${id.replaceAll("-", "_")}}`;
}
