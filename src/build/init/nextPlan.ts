import { SiteError } from "../SiteError.ts";
import { addImports, importOf, indentAt, tagEnd } from "./edits.ts";
import {
  configModule,
  edited,
  languageOf,
  newFile,
  planOf,
  PRIVACY,
  WAY_BACK,
  type Plan,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";
import { providerModule } from "./providerModule.ts";

/** An app of Next.js with the app router. */
export function nextPlan(project: Project, wishes: Wishes): Plan {
  const { typed, names, read } = project;
  // A module of JavaScript by its name, whatever the package says: Node.js reads the configuration as it is.
  const [ending, jsx] = typed ? ["ts", "tsx"] : ["mjs", "jsx"];
  const layouts = ["app/layout", "src/app/layout"].flatMap((path) =>
    ["tsx", "jsx", "js"].map((one) => `${path}.${one}`),
  );
  const layout = layouts.find((path) => read(path) != null);
  if (!layout) {
    throw new SiteError(
      "usage",
      "There is no layout of the app router. For the pages router follow docs/nextjs.md.",
    );
  }
  const folder = layout.slice(0, layout.lastIndexOf("/"));
  const up = "../".repeat(folder.split("/").length);
  const language = languageOf(read(layout)) ?? "en";
  const config = names.find((name) => /^next\.config\.(?:ts|mjs|js|mts)$/.test(name));
  const wraps = config
    ? edited(project, config, "consentry/next/config", (source) =>
        wrapConfig(source, ending!, language),
      )
    : null;
  const options = `${up}consent.config${typed ? "" : ".mjs"}`;
  const provider = `"use client";\n${providerModule(options, typed)}`;
  return planOf(
    [
      newFile(project, `consent.config.${ending}`, "controller", configModule(wishes, typed)),
      newFile(project, `${folder}/consent.${jsx}`, "createConsent", provider),
      [wraps, "Wrap what your next.config exports by withConsentry of consentry/next/config."],
      [
        edited(project, layout, "consentry/next", editLayout),
        `In ${layout}, put <ConsentHead /> into the head, <ConsentBanner /> first into the body, and <Consent> around the rest.`,
      ],
    ],
    ["npm install consentry", `${PRIVACY} consent.config.${ending}.`, WAY_BACK],
  );
}

function wrapConfig(source: string, ending: string, language: string): string | null {
  const exported = [...source.matchAll(/^export default (\w+);?[^\S\n]*$/gm)];
  if (exported.length != 1) return null;
  const [whole, name] = exported[0]!;
  const wrapped = source.replace(
    whole,
    `export default withConsentry(${name}, { config: options, languages: [${JSON.stringify(language)}] });`,
  );
  const module = ending == "ts" ? "./consent.config" : "./consent.config.mjs";
  return addImports(wrapped, [
    importOf("{ withConsentry }", "consentry/next/config"),
    importOf("{ options }", module),
  ]);
}

function editLayout(source: string): string | null {
  const [html, body] = [tagEnd(source, "html"), tagEnd(source, "body")];
  const inner = "{children}</body>";
  if (html == null || body == null || /<head\b/.test(source)) return null;
  if (source.slice(body, body + inner.length) != inner) return null;
  const at = indentAt(source, body);
  const made = `${source.slice(0, html)}
${at}<head>
${at}  <ConsentHead />
${at}</head>${source.slice(html, body)}
${at}  <ConsentBanner />
${at}  <Consent>{children}</Consent>
${at}${source.slice(body + "{children}".length)}`;
  return addImports(made, [
    importOf("{ ConsentBanner, ConsentHead }", "consentry/next"),
    importOf("{ Consent }", "./consent"),
  ]);
}
