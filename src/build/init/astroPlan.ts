import { addImports, addToList, importOf, inManner } from "./edits.ts";
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

/** Where the starters of Astro keep the page's frame. */
const FRAMES = [
  "src/layouts/Layout.astro",
  "src/layouts/BaseLayout.astro",
  "src/pages/index.astro",
];

/** A site that Astro builds. */
export function astroPlan(project: Project, wishes: Wishes): Plan {
  const { names, read } = project;
  const language = FRAMES.map((path) => languageOf(read(path))).find(Boolean) ?? "en";
  const entry = `consentry({ config: options, languages: [${JSON.stringify(language)}] })`;
  const config = names.find((name) => /^astro\.config\.(?:mjs|js|ts|mts)$/.test(name));
  const builds = config
    ? edited(project, config, "consentry/astro", (source) => {
        const listed = addToList(source, "integrations", inManner(source, entry));
        return (
          listed &&
          addImports(listed, [
            'import consentry from "consentry/astro";',
            importOf("{ options }", "./consent.config.mjs"),
          ])
        );
      })
    : null;
  return planOf(
    [
      newFile(project, "consent.config.mjs", "controller", configModule(wishes, false)),
      [builds, `Add ${entry} of consentry/astro to the integrations of your Astro configuration.`],
    ],
    [
      "npm install consentry",
      `${PRIVACY} consent.config.mjs.`,
      "Put <ConsentBanner /> of consentry/astro/ConsentBanner.astro first into the body of your layout: the banner then comes with the page.",
      WAY_BACK,
    ],
  );
}
