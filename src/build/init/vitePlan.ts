import { addFirstImport, addImports, addToList, importOf } from "./edits.ts";
import {
  configModule,
  edited,
  instanceModule,
  newFile,
  planOf,
  PRIVACY,
  WAY_BACK,
  type Plan,
  type Step,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";

const LIST_ENTRY = "consentry({ config: options })";

/** An app that Vite builds, with any framework or none. */
export function vitePlan(project: Project, wishes: Wishes): Plan {
  const { typed, names, read } = project;
  const ending = typed ? "ts" : "js";
  const page = read("index.html");
  const entry = /<script\b[^>]*\bsrc=["']\/?([\w./-]+\.[jt]sx?)["']/.exec(page ?? "")?.[1];
  const folder = entry?.includes("/") ? entry.slice(0, entry.lastIndexOf("/") + 1) : "";
  const up = "../".repeat(folder.split("/").length - 1) || "./";
  const named = names.some(
    (name) => /^tsconfig.*\.json$/.test(name) && read(name)!.includes("allowImportingTsExtensions"),
  );
  const module = `consent.config${typed && !named ? "" : `.${ending}`}`;
  const start = `${instanceModule(`${up}${module}`, page)}consent.start();\n`;
  const begins =
    entry == null
      ? null
      : edited(project, entry, "./consent", (source) =>
          addFirstImport(source, importOf("", "./consent")),
        );
  const config = names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name));
  const imports = [
    'import consentry from "consentry/vite";',
    importOf("{ options }", `./${module}`),
  ];
  const fresh = `${imports.join("\n")}\n${importOf("{ defineConfig }", "vite")}\n\nexport default defineConfig({ plugins: [${LIST_ENTRY}] });\n`;
  const builds: Step = config
    ? [
        edited(project, config, "consentry/vite", (source) => {
          const listed = addToList(source, "plugins", LIST_ENTRY);
          return listed && addImports(listed, imports);
        }),
        `Add ${LIST_ENTRY} of consentry/vite to the plugins in ${config}.`,
      ]
    : newFile(project, `vite.config.${ending}`, "consentry/vite", fresh);
  return planOf(
    [
      newFile(project, `consent.config.${ending}`, "controller", configModule(wishes, typed)),
      newFile(project, `${folder}consent.${ending}`, "createConsent", start),
      [begins, `Import ${folder}consent.${ending} first in the module that starts your app.`],
      builds,
    ],
    ["npm install consentry", `${PRIVACY} consent.config.${ending}.`, WAY_BACK],
  );
}
