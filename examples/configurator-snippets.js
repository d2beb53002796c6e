import { facts } from "./configurator-services.js";

/** What to do with each, in a sentence. */
export const HOW = {
  tag: "Run “npx consentry copy public/consentry --config consent.json”, where public/ is your site's folder; put consent.json into public/ and this into each page.",
  npm: "This starts it in your own code; the configuration is in it, so consent.json is not needed.",
  bundle:
    "Run the command where consent.json lies, in your site's build; then put the tag into each page.",
};

const LINK = '<a href="#cookie-settings">Cookie settings</a>';
const camel = (id) => id.replaceAll(/-(\w)/g, (_all, letter) => letter.toUpperCase());
/** Names of their exports that are not those of their files. */
const EXPORTED = { onetrust: "oneTrust" };

/** What a site copies: `way` is tag, npm or bundle; `style` is CSS, or empty. */
export function snippetOf(way, { config, languages, style }) {
  if (way == "npm") {
    const css = style ? ["", "/* In your style sheet:", style, "*/", ""].join("\n") : "";
    return npm(config, languages) + css;
  }
  const head = style ? `<style>\n${style}\n</style>\n` : "";
  if (way == "tag") {
    return `${head}<script defer src="/consentry/consentry.js" data-config="/consent.json"></script>\n\n${LINK}\n`;
  }
  const lang = languages.length ? ` --lang ${languages.join()}` : "";
  return [
    "npm i -D consentry esbuild",
    `npx consentry bundle --config consent.json${lang} --out consentry.site.js`,
    "",
    `${head}<script src="/consentry.site.js"></script>`,
    "",
    LINK,
    "",
  ].join("\n");
}

/** JSON as a line of code: names without quotes where they need none, and indented with what is around it. */
const code = (value) =>
  JSON.stringify(value, null, 2)
    .replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)": /gm, "$1$2: ")
    .replaceAll("\n", "\n  ");

function npm(config, languages) {
  const { services, signals, migrate, ...rest } = config;
  const isMap = !!services && typeof services == "object" && !Array.isArray(services);
  const chosen = isMap ? Object.entries(services).filter(([id]) => facts.has(id)) : [];
  const own = isMap ? Object.entries(services).filter(([id]) => !facts.has(id)) : [];
  const made = chosen.map(([id, options]) => facts.get(id).make(options));
  const asked = Array.isArray(signals) ? signals : [];
  const heard = [...new Set([...made.flatMap((one) => one.signals ?? []), ...asked])];
  const others = languages.filter((tag) => tag != "en");
  const given = migrate && typeof migrate == "object" ? Object.entries(migrate) : [];

  const imports = ['import { createConsent } from "consentry";'];
  const bring = (name, door, as = name) => {
    imports.push(
      `import ${name == as ? `{ ${name} }` : `{ ${name} as ${as} }`} from "consentry/${door}";`,
    );
    return as;
  };
  for (const tag of others) imports.push(`import ${camel(tag)} from "consentry/locales/${tag}";`);
  const call = (name, options) =>
    `${name}(${options && Object.keys(options).length ? code(options).replaceAll("\n", "\n  ") : ""})`;
  const lists = {
    services: chosen.map(([id, options]) =>
      call(bring(facts.get(id).exported, `services/${id}`), options),
    ),
    // A vendor's signal may have the name of its service.
    signals: heard.map((id) => call(bring(camel(id), `signals/${id}`, `${camel(id)}Signal`))),
    migrate: given.map(([id, options]) =>
      call(bring(EXPORTED[id] ?? camel(id), `migrate/${id}`), options),
    ),
  };
  for (const [id, options] of own)
    lists.services.push(code({ id, ...options }).replaceAll("\n", "\n  "));
  if (services && !isMap)
    lists.services = services.map((one) => code(one).replaceAll("\n", "\n  "));
  imports.push('import { mountUi } from "consentry/ui";');

  const lines = Object.entries(rest).map(([key, value]) => `  ${key}: ${code(value)},`);
  for (const [key, list] of Object.entries(lists)) {
    if (list.length) lines.push(`  ${key}: [`, ...list.map((one) => `    ${one},`), "  ],");
  }
  if (others.length) {
    const pairs = others.map((tag) => (camel(tag) == tag ? tag : `"${tag}": ${camel(tag)}`));
    lines.push(`  locales: { ${pairs.join(", ")} },`);
  }
  return [...imports, "", "createConsent({", ...lines, "  ui: mountUi,", "}).start();", ""].join(
    "\n",
  );
}
