import { addImports, importOf, inManner } from "./edits.ts";
import {
  configModule,
  edited,
  languageOf,
  newFile,
  planOf,
  PRIVACY,
  WAY_BACK,
  type Plan,
  type Step,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";
import { providerModule } from "./providerModule.ts";
import { rootEdit } from "./rootEdit.ts";

const ENTRY = "consentry/tanstack";
/** Nitro bundles a server: the package stays outside, with its files, and so the React that both render with. */
const TRACED = 'traceDeps: ["consentry*", "react", "react-dom"]';
const PAGE = "...pageOptions(getGlobalStartContext()?.page)";

/** An app of TanStack Start. */
export function tanstackPlan(project: Project, wishes: Wishes): Plan {
  const { typed, read, has, names } = project;
  const [ending, jsx] = typed ? ["ts", "tsx"] : ["js", "jsx"];
  const found = (name: string): string =>
    ["tsx", "ts", "jsx", "js"].map((one) => `src/${name}.${one}`).find((path) => read(path)) ??
    `src/${name}.${jsx}`;
  const [root, router] = [found("routes/__root"), found("router")];
  const language = languageOf(read(root)) ?? "en";
  const dot = typed ? "" : ".js";
  const [start] = ["ts", "tsx", "js"].filter((one) => read(`src/start.${one}`) != null);
  const config = names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name)) ?? "vite.config.ts";
  const bundled: readonly Step[] = has("nitro")
    ? [[edited(project, config, "consentry*", editNitro), `Give nitro() in ${config}: ${TRACED}.`]]
    : [];
  return planOf(
    [
      newFile(project, `src/consent.config.${ending}`, "controller", configModule(wishes, typed)),
      newFile(
        project,
        `src/consent.server.${ending}`,
        "createConsentServer",
        serverModule(`./consent.config${dot}`, language),
      ),
      newFile(
        project,
        `src/consent.${jsx}`,
        "createConsent",
        providerModule(`./consent.config${dot}`, typed),
      ),
      newFile(
        project,
        `src/start.${start ?? ending}`,
        "./consent.server",
        startModule(`./consent.server${dot}`),
      ),
      [edited(project, router, ENTRY, editRouter), `Give createRouter in ${router}: ${PAGE}.`],
      [
        edited(project, root, ENTRY, (source) =>
          rootEdit(source, { entry: ENTRY, module: "../consent" }),
        ),
        `In the shell of ${root}, put <ConsentHead /> first into the head, <ConsentBanner /> first into the body, and <Consent> around the rest.`,
      ],
      ...bundled,
    ],
    ["npm install consentry", `${PRIVACY} src/consent.config.${ending}.`, WAY_BACK],
  );
}

function serverModule(options: string, language: string): string {
  return `${importOf("{ createConsentServer }", `${ENTRY}/server`)}
${importOf("{ options }", options)}

export const server = createConsentServer(options, { languages: [${JSON.stringify(language)}] });
`;
}

/** Who has a file of this name names its middleware there: without one, TanStack Start guards server functions itself. */
function startModule(server: string): string {
  return `${importOf("{ createCsrfMiddleware, createMiddleware, createStart }", "@tanstack/react-start")}
${importOf("{ server }", server)}

const csrf = createCsrfMiddleware({ filter: ({ handlerType }) => handlerType == "serverFn" });

const consent = createMiddleware().server(({ request, handlerType, next }) =>
  server.answer({ request, handlerType }, (context) => next({ context })),
);

export const startInstance = createStart(() => ({ requestMiddleware: [csrf, consent] }));
`;
}

function editRouter(source: string): string | null {
  const [tree, other] = source.matchAll(/^([^\S\n]*)routeTree,\n/gm);
  if (!tree || other) return null;
  const at = tree.index + tree[0].length;
  return addImports(`${source.slice(0, at)}${tree[1]}${PAGE},\n${source.slice(at)}`, [
    importOf("{ getGlobalStartContext }", "@tanstack/react-start"),
    importOf("{ pageOptions }", ENTRY),
  ]);
}

function editNitro(source: string): string | null {
  const [call, other] = source.matchAll(/\bnitro\((\)|\{)/g);
  if (!call || other || source.includes("traceDeps")) return null;
  const at = call.index + "nitro(".length;
  const traced = inManner(source, TRACED);
  return call[1] == ")"
    ? `${source.slice(0, at)}{ ${traced} }${source.slice(at)}`
    : `${source.slice(0, at)}{ ${traced},${source.slice(at + 1)}`;
}
