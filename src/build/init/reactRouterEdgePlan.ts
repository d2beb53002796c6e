import { addImports, importOf, inManner } from "./edits.ts";
import {
  configModule,
  edited,
  newFile,
  planOf,
  PRIVACY,
  WAY_BACK,
  type Plan,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";
import { wrapChildren } from "./rootEdit.ts";

/**
 * An app of React Router in framework mode whose server reads no files (Cloudflare's `workerd`), or is not Node.js (Deno):
 * the root's loader reads the cookie with `consentry/server`, and the banner comes with the library.
 */
export function reactRouterEdgePlan(project: Project, root: string, wishes: Wishes): Plan {
  // As the file that it edits: Deno needs no tsconfig.json, and some templates have one beside JavaScript.
  const typed = root.endsWith(".tsx");
  const [ending, jsx] = typed ? ["ts", "tsx"] : ["js", "jsx"];
  const options = `./consent.config${typed ? "" : ".js"}`;
  const config = `app/consent.config.${ending}`;
  return planOf(
    [
      newFile(project, config, "controller", configModule(wishes, typed)),
      newFile(project, `app/consent.${jsx}`, "createConsent", provider(options, root, typed)),
      [
        edited(project, root, "consentry/server", (source) => edgeEdit(source, options, typed)),
        `In ${root}, let loader return { consent: readConsent(request.headers.get("cookie"), options).state } of consentry/server, let headers say "cache-control": "private, no-store", and put <Consent> of ./consent around {children} in Layout.`,
      ],
    ],
    [
      project.host == "deno" ? "deno add npm:consentry" : "npm install consentry",
      `${PRIVACY} ${config}.`,
      WAY_BACK,
      "The server reads no files, so the banner comes with the library: docs/react-router.md#at-the-edge.",
    ],
  );
}

/** The root reads what its visitor has permitted; no shared cache keeps such a page. */
function edgeEdit(source: string, options: string, typed: boolean): string | null {
  const layout = /(?:^\/\/.*\n)*^export function Layout\b/m.exec(source);
  const wrapped = layout && wrapChildren(source);
  if (!wrapped || /^export (?:async )?(?:const|function) (?:loader|headers)\b/m.test(source)) {
    return null;
  }
  const args = typed ? ": { request: Request }" : "";
  const parts = [
    `export const loader = ({ request }${args}) => ({\n  consent: readConsent(request.headers.get("cookie"), options).state,\n});`,
    'export const headers = () => ({ "cache-control": "private, no-store" });',
  ].map((one) => inManner(source, one));
  const made = wrapped.replace(layout[0], () => `${parts.join("\n\n")}\n\n${layout[0]}`);
  return addImports(made, [
    importOf("{ readConsent }", "consentry/server"),
    importOf("{ Consent }", "./consent"),
    importOf("{ options }", options),
  ]);
}

/** A component that starts the instance, with what the root's loader has read. */
function provider(options: string, root: string, typed: boolean): string {
  const module = root.replace(/^app\/|\.\w+$/g, "");
  const imports = [
    importOf("{ createConsent }", "consentry/lazy"),
    importOf("{ ConsentProvider }", "consentry/react"),
    importOf(`{ useEffect${typed ? ", type ReactNode" : ""} }`, "react"),
    importOf("{ useRouteLoaderData }", "react-router"),
    importOf("{ options }", options),
    ...(typed ? [importOf("type { loader }", `./${module}`)] : []),
  ];
  return `${imports.join("\n")}

export const consent = createConsent(options);

export function Consent({ children }${typed ? ": { children: ReactNode }" : ""}) {
  // A page that is not there has no data: nothing is permitted until the browser has read the cookie.
  const data = useRouteLoaderData${typed ? "<typeof loader>" : ""}("root");
  useEffect(() => void consent.start(), []);
  return (
    <ConsentProvider consent={consent} initial={data?.consent}>
      {children}
    </ConsentProvider>
  );
}
`;
}
