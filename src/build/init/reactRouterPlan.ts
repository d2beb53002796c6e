import { importOf } from "./edits.ts";
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
import { reactRouterEdgePlan } from "./reactRouterEdgePlan.ts";
import { rootEdit } from "./rootEdit.ts";

/** An app of React Router in framework mode. */
export function reactRouterPlan(project: Project, wishes: Wishes): Plan {
  const { typed, read, has } = project;
  const [ending, jsx] = typed ? ["ts", "tsx"] : ["js", "jsx"];
  const root = ["tsx", "jsx", "js"].map((one) => `app/root.${one}`).find((path) => read(path));
  if (project.host) return reactRouterEdgePlan(project, root ?? "app/root.tsx", wishes);
  const language = languageOf(read(root ?? "")) ?? "en";
  const options = `./consent.config${typed ? "" : ".js"}`;
  const entries = ["tsx", "jsx", "js", "ts"].map((one) => `app/entry.server.${one}`);
  const entry = entries.find((path) => read(path) != null) ?? `app/entry.server.${jsx}`;
  return planOf(
    [
      newFile(project, `app/consent.config.${ending}`, "controller", configModule(wishes, typed)),
      newFile(project, `app/consent.${jsx}`, "createConsent", providerModule(options, typed)),
      newFile(
        project,
        entry,
        "consentry/react-router",
        entryModule(options, language, typed, has("isbot")),
      ),
      [
        root
          ? edited(project, root, "consentry/react-router", (source) =>
              rootEdit(source, { entry: "consentry/react-router", module: "./consent" }),
            )
          : null,
        `In the Layout of ${root ?? "app/root"}, put <ConsentHead /> first into the head, <ConsentBanner /> first into the body, and <Consent> around the rest.`,
      ],
    ],
    ["npm install consentry", `${PRIVACY} app/consent.config.${ending}.`, WAY_BACK],
  );
}

/** The server's entry that React Router would take by itself, with the page's texts around it. */
function entryModule(options: string, language: string, typed: boolean, knowsRobots: boolean) {
  const type = (text: string): string => (typed ? `: ${text}` : "");
  const imports = [
    importOf("{ ConsentPage }", "consentry/react-router"),
    importOf("{ createConsentServer }", "consentry/react-router/server"),
    ...(knowsRobots ? [importOf("{ isbot }", "isbot")] : []),
    importOf("{ renderToReadableStream }", "react-dom/server"),
    importOf(`{ ServerRouter${typed ? ", type EntryContext" : ""} }`, "react-router"),
    importOf("{ options }", options),
  ];
  const robots = knowsRobots ? ' || isbot(request.headers.get("user-agent"))' : "";
  return `${imports.join("\n")}

const server = createConsentServer(options, { languages: [${JSON.stringify(language)}] });

export const streamTimeout = 5_000;

export default async function handleRequest(
  request${type("Request")},
  status${type("number")},
  headers${type("Headers")},
  context${type("EntryContext")},
) {
  headers.set("content-type", "text/html; charset=utf-8");
  const page = await server.page(request, headers);
  if (request.method == "HEAD") return new Response(null, { status, headers });
  const body = await renderToReadableStream(
    <ConsentPage page={page}>
      <ServerRouter context={context} url={request.url} />
    </ConsentPage>,
    {
      signal: AbortSignal.timeout(streamTimeout + 1000),
      onError(error) {
        status = 500;
        console.error(error);
      },
    },
  );
  if (context.isSpaMode${robots}) await body.allReady;
  return new Response(body, { status, headers });
}
`;
}
