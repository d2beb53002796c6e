import { ownService } from "../../core/config/ownService.ts";
import { signalOptions } from "../../core/config/signalOptions.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/** What a site's file is made of. */
export interface Wanted extends Pick<Site, "options" | "gate" | "signals"> {
  /** Language tags, the one shown in doubt first. */
  languages: readonly string[];
}

const text = (value: unknown): string => JSON.stringify(value);
/** An import of one of our built modules. */
const from = (what: string, ...path: string[]): string =>
  `import ${what} from ${text(packageFile("dist/esm", ...path))};`;

/**
 * The module that a site's file is bundled from. Options go in as a text to parse, because the object
 * literal `{ "__proto__": … }` would not be what the JSON says.
 * @param beside addresses of the file that asks, or empty where it is the same file, and of the one that looks for mistakes
 */
export function writeEntry(
  { options, gate, signals, languages }: Wanted,
  beside: { ask: string; check: string },
): string {
  const entries = Object.entries(gate._catalogue);
  const isOwn = ([id, given]: [string, object]): boolean => !!ownService(id, given);
  const ids = entries.filter((entry) => !isOwn(entry)).map(([id]) => id);
  const made = entries.map((entry) => {
    const [id] = entry;
    const given = `options.services[${text(id)}]`;
    return isOwn(entry)
      ? `{ ...${given}, id: ${text(id)} }`
      : `service${ids.indexOf(id)}(${given})`;
  });
  const imports = [
    from("{ startSite }", "entries/site.js"),
    ...ids.map((id, index) => from(`service${index}`, `catalogue/services/${id}.js`)),
    ...signals.map((id, index) => from(`signal${index}`, `catalogue/signals/${id}.js`)),
    beside.ask ? "" : writeAsking(languages),
  ];
  const services = made.length ? `options.services = [${made.join(", ")}];` : "";
  const asking = beside.ask
    ? `fetch: () => load(${text(beside.ask)}).then((module) => module.asking)`
    : "asking, fetch: () => Promise.resolve(asking)";
  // By a variable: for an address that it can read, esbuild adds 700 bytes that turn CommonJS into a module.
  return `${imports.join("\n")}
    const load = (path) => import(path);
    const options = JSON.parse(${text(text(options))});
    ${services}
    startSite(options, {
      signals: [${signals.map((id, index) => `signal${index}(${signalCode(options, id)})`).join(", ")}],
      languages: ${text(languages)},
      check: () => load(${text(beside.check)}).then((module) => module.default),
      ${asking},
    });`;
}

/** The module that looks for mistakes in the owner's page. */
export function writeCheck(): string {
  return `export { checkSite as default } from ${text(packageFile("dist/esm/engine/checkSite.js"))};`;
}

/** The module that asks, with the languages. The first of them is in it already when it is the ground. */
export function writeAsking(languages: readonly string[]): string {
  const more = languages.filter((tag) => tag != groundOf(languages));
  const entries = languages.map(
    (tag) => `${text(tag)}: ${more.includes(tag) ? nameOf(tag) : "{}"}`,
  );
  return [
    from("{ ask }", "entries/site.ask.js"),
    ...more.map((tag) => from(nameOf(tag), `i18n/locales/${tag}.js`)),
    `export const asking = { files: ask, locales: { ${entries.join(", ")} } };`,
  ].join("\n");
}

/** The language that all others are laid over: English, unless the site does not want it at all. */
export function groundOf(languages: readonly string[]): string {
  return languages.includes("en") ? "en" : languages[0]!;
}

const signalCode = (options: Wanted["options"], id: string): string =>
  signalOptions(options, id) ? `options.signals[${text(id)}]` : "";

const nameOf = (tag: string): string => `words_${tag.replaceAll("-", "_")}`;
