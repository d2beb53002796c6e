import { addImports, addToList, importOf, inManner } from "./edits.ts";
import {
  configModule,
  edited,
  languageOf,
  newFile,
  planOf,
  PRIVACY,
  type Plan,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";

/** An app of Nuxt. */
export function nuxtPlan(project: Project, wishes: Wishes): Plan {
  const { typed, names, read } = project;
  const module = `consent.config.${typed ? "ts" : "mjs"}`;
  const config = names.find((name) => /^nuxt\.config\.(?:ts|mts|js|mjs)$/.test(name));
  const lang = /\blang:\s*["']([\w-]+)["']/.exec((config && read(config)) ?? "")?.[1];
  const language = languageOf(`<html lang="${lang}">`) ?? "en";
  const entry = `["consentry/nuxt", { config: options, languages: [${JSON.stringify(language)}] }]`;
  const builds = config
    ? edited(project, config, "consentry/nuxt", (source) => {
        const listed = addToList(source, "modules", inManner(source, entry));
        const from = typed ? "./consent.config" : `./${module}`;
        return listed && addImports(listed, [importOf("{ options }", from)]);
      })
    : null;
  return planOf(
    [
      newFile(project, module, "controller", configModule(wishes, typed)),
      [builds, `Add ${entry} to the modules of your Nuxt configuration.`],
    ],
    [
      "npm install consentry",
      `${PRIVACY} ${module}.`,
      "Put <ConsentSettings>Cookie settings</ConsentSettings> into the footer of your app: it opens the settings again.",
    ],
  );
}
