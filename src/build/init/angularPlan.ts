import { own } from "../../lib/own.ts";
import { SiteError } from "../SiteError.ts";
import { addImports, addToList, importOf, indentAt } from "./edits.ts";
import {
  configModule,
  edited,
  instanceModule,
  newFile,
  planOf,
  PRIVACY,
  type Plan,
  type Step,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";

const WORKSPACE = "angular.json";
const SERVER = "consentry/angular/server";
const DOCS = "docs/angular.md";

/** An app of Angular, with or without `@angular/ssr`. */
export function angularPlan(project: Project, wishes: Wishes): Plan {
  const { read } = project;
  const src = sourceRoot(project);
  const options = `${src}/consent.config.ts`;
  const instance = instanceModule("../consent.config", read(`${src}/index.html`));
  // Where the app is made of modules, the one of the app takes what a configuration would.
  const configs = ["app.config", "app-module", "app.module"].map((one) => `${src}/app/${one}.ts`);
  const config = configs.find((path) => read(path) != null) ?? configs[0]!;
  const hasServer = project.has("@angular/ssr");
  return planOf(
    [
      newFile(project, options, "controller", configModule(wishes, true)),
      newFile(project, `${src}/app/consent.ts`, "createConsent", instance),
      [
        edited(project, config, "provideConsent", (source) => {
          const listed = addToList(source, "providers", "provideConsent(consent)");
          return (
            listed &&
            addImports(listed, [
              importOf("{ provideConsent }", "consentry/angular"),
              importOf("{ consent }", "./consent"),
            ])
          );
        }),
        `Add provideConsent(consent) to the providers of your app: ${DOCS}.`,
      ],
      ...(hasServer ? serverSteps(project, `${src}/server.ts`) : []),
    ],
    [
      "npm install consentry",
      `${PRIVACY} ${options}.`,
      'Put <button type="button" data-consent-open>Cookie settings</button> into the template of your app: it opens the settings again.',
    ],
  );
}

/** The head, the banner and what the visitor permits, for each page that the server renders. */
function serverSteps(project: Project, server: string): Step[] {
  return [
    [
      edited(project, server, SERVER, editServer),
      `Let each page of ${server} pass through createConsentServer(options).page: ${DOCS}.`,
    ],
    [
      edited(project, WORKSPACE, SERVER, leaveOutside),
      `Add "${SERVER}" to the externalDependencies of the build in ${WORKSPACE}.`,
    ],
  ];
}

const ENGINE = /^const (\w+) = new AngularNodeAppEngine\(.*\);?\n/gm;

/** The one call of the engine, inside of a page of ours. */
function editServer(source: string): string | null {
  const engines = [...source.matchAll(ENGINE)];
  if (engines.length != 1) return null;
  const [{ 0: made, 1: engine }] = engines as [RegExpExecArray];
  const calls = [...source.matchAll(/\b(\w+)(\s*)\.handle\((\w+)\)/g)];
  const [call] = calls;
  if (calls.length != 1 || !call || call[1] != engine) return null;
  const [asks, , space, request] = call;
  const page = `consentServer${space}.page(${request}, (context) => ${engine}.handle(${request}, context))`;
  const end = made.trimEnd().endsWith(";") ? ";" : "";
  return addImports(
    source
      .replace(asks, () => page)
      .replace(made, () => `${made}const consentServer = createConsentServer(options)${end}\n`),
    [importOf("{ createConsentServer }", SERVER), importOf("{ options }", "./consent.config")],
  );
}

const BUILDER =
  /"builder":\s*"@angular(?:-devkit)?\/build(?:-angular)?:application",\s*"options":\s*\{\s*/g;
const LISTED = /"externalDependencies":\s*\[\s*/g;

/** The server's part reads the package's files, so the bundle of the server has to leave it where it is. */
function leaveOutside(source: string): string | null {
  const lists = [...source.matchAll(LISTED)];
  const places = lists.length ? lists : [...source.matchAll(BUILDER)];
  const [found] = places;
  if (places.length != 1 || !found) return null;
  const at = found.index + found[0].length;
  const indent = indentAt(source, at);
  const entry = JSON.stringify(SERVER);
  const text = lists.length
    ? `${entry}${source[at] == "]" ? "" : `,\n${indent}`}`
    : `"externalDependencies": [\n${indent}  ${entry}\n${indent}],\n${indent}`;
  return source.slice(0, at) + text + source.slice(at);
}

/** Where the sources of the workspace's one app lie. */
function sourceRoot({ read }: Project): string {
  let workspace: unknown;
  try {
    workspace = JSON.parse(read(WORKSPACE) ?? "{}");
  } catch {
    throw new SiteError("environment", `${WORKSPACE} is no JSON.`);
  }
  const apps: unknown[] = Object.values((own(workspace, "projects") ?? {}) as object).filter(
    (one) => own(one, "projectType") == "application",
  );
  if (apps.length > 1) {
    throw new SiteError("usage", `${WORKSPACE} has several apps: follow ${DOCS} for each.`);
  }
  const [app] = apps;
  return String((app && own(app, "sourceRoot")) ?? "src");
}
