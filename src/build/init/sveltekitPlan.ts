import { addImports, importOf, inManner } from "./edits.ts";
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

/** An app of SvelteKit. */
export function sveltekitPlan(project: Project, wishes: Wishes): Plan {
  const { typed, read } = project;
  const ending = typed ? "ts" : "js";
  const named = typed ? "" : ".js";
  const instance = instanceModule(`../consent.config${named}`, read("src/app.html"));
  const hook = `${importOf("{ consentHandle }", "consentry/sveltekit")}
${importOf("{ options }", `./consent.config${named}`)}

export const handle = consentHandle(options);
`;
  const client = hooksOf(project, "client");
  const begin = "consent.start();";
  const wanted = importOf("{ consent }", `./lib/consent${named}`);
  const begins: Step =
    client == null
      ? newFile(project, `src/hooks.client.${ending}`, "consent.start", `${wanted}\n\n${begin}\n`)
      : [
          edited(project, client, "consent.start", (source) => {
            const made = addImports(source, [wanted]);
            return `${made.trimEnd()}\n\n${inManner(made, begin)}\n`;
          }),
          "",
        ];
  const server = hooksOf(project, "server") ?? `src/hooks.server.${ending}`;
  return planOf(
    [
      newFile(project, `src/consent.config.${ending}`, "controller", configModule(wishes, typed)),
      newFile(project, `src/lib/consent.${ending}`, "createConsent", instance),
      begins,
      newFile(project, server, "consentry/sveltekit", hook),
    ],
    ["npm install consentry", `${PRIVACY} src/consent.config.${ending}.`, WAY_BACK],
  );
}

/** The module of an app's own hooks, where it has one. */
function hooksOf({ read }: Project, side: "client" | "server"): string | undefined {
  return ["ts", "js"].map((one) => `src/hooks.${side}.${one}`).find((path) => read(path) != null);
}
