import type { Choices } from "./choices.ts";
import { HEADER, pattern, quoted } from "./recipeText.ts";

const DOCUMENT = "%{CONTENT_TYPE} =~ m#^(text/html|text/xml|application/(xhtml[+])?xml|image/svg)#";
const SCRIPT = "%{CONTENT_TYPE} =~ m#^(text|application)/(x-)?javascript#";
const WORKER = `${SCRIPT} && %{HTTP:Sec-Fetch-Dest} == 'worker'`;

/** The recipe for Apache 2.4 with mod_headers and mod_setenvif: for a virtual host or an .htaccess file. */
export function writeApache(
  { doubled, switches, choices, undecided }: Choices,
  name: string,
): string {
  const flags = switches.flatMap(({ id, permitted, refused }) => [
    permitted
      ? `SetEnvIf Cookie ${pattern(permitted)} ${variable(id)}=1`
      : `SetEnvIf Request_URI "^" ${variable(id)}=1`,
    ...(refused ? [`SetEnvIf Cookie ${pattern(refused)} !${variable(id)}`] : []),
    ...(permitted ? [`SetEnvIf Cookie ${pattern(doubled)} !${variable(id)}`] : []),
  ]);
  // A percent sign begins a format in a Header line.
  const text = (policy: string): string => quoted(policy).replaceAll("%", "%%");
  const rows = choices
    .filter(({ policy }) => policy != undecided)
    .map(({ bits, policy }) => {
      const fits = switches.map(
        ({ id }, at) => `-${bits[at] == "1" ? "n" : "z"} reqenv('${variable(id)}')`,
      );
      const where = `((${DOCUMENT}) || (${WORKER}))`;
      return `Header always set ${name} ${text(policy)} "expr=${[where, ...fits].join(" && ")}"`;
    });
  const own = `"expr=(${DOCUMENT}) || (${WORKER})"`;
  return `${HEADER}
${flags.join("\n")}
Header always set ${name} ${text(undecided)} "expr=(${DOCUMENT}) || (${SCRIPT})"
${rows.join("\n")}
# In no shared cache: a document is its visitor's own.
Header always merge Vary "Cookie" ${own}
Header always merge Vary "Sec-Fetch-Dest" "expr=${SCRIPT}"
Header onsuccess unset Cache-Control ${own}
Header onsuccess unset Expires ${own}
Header always set Cache-Control "private, no-cache" ${own}
`;
}

function variable(id: string): string {
  return `consentry_${id.replaceAll("-", "_")}`;
}
