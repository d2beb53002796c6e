/**
 * In the form of two more templates of create-react-router, which it fetches from GitHub and no package holds
 * (remix-run/react-router-templates at a520849, `cloudflare` and `deno`): their manifests, and their server's entry, which is the same in both.
 */
import { REACT_ROUTER } from "./reactRouterStarter.ts";

type Files = Readonly<Record<string, string>>;

const {
  "package.json": _node,
  "tsconfig.json": _types,
  "vite.config.ts": _vite,
  ...APP
} = REACT_ROUTER;

const ENTRY = `import type { EntryContext } from "react-router";
import { ServerRouter } from "react-router";
import { renderToReadableStream } from "react-dom/server";

export default async function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  routerContext: EntryContext,
) {
  const body = await renderToReadableStream(
    <ServerRouter context={routerContext} url={request.url} />,
  );
  responseHeaders.set("Content-Type", "text/html");
  return new Response(body, { headers: responseHeaders, status: responseStatusCode });
}
`;

export const CLOUDFLARE: Files = {
  ...APP,
  "package.json": JSON.stringify({
    type: "module",
    scripts: { deploy: "react-router build && wrangler deploy" },
    dependencies: {
      isbot: "^5.1.36",
      react: "^19.2.6",
      "react-dom": "^19.2.6",
      "react-router": "7.16.0",
    },
    devDependencies: {
      "@cloudflare/vite-plugin": "^1.29.1",
      "@react-router/dev": "7.16.0",
      vite: "^8.0.3",
      wrangler: "^4.75.0",
    },
  }),
  "tsconfig.json": "{}",
  "wrangler.jsonc": '{ "main": "./workers/app.ts", "compatibility_date": "2025-04-04" }',
  "vite.config.ts": `import { reactRouter } from "@react-router/dev/vite";
import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [cloudflare({ viteEnvironment: { name: "ssr" } }), reactRouter()],
});
`,
  "app/entry.server.tsx": ENTRY,
};

/** Its packages stand in its \`deno.jsonc\`, which has comments of no other form and commas at the ends. */
export const DENO: Files = {
  ...APP,
  "package.json": '{ "comment": "This only exists to help vite module resolution." }',
  "deno.jsonc": `{
  "$schema": "https://raw.githubusercontent.com/denoland/deno/refs/heads/main/cli/schemas/config-file.v1.json",
  "nodeModulesDir": "auto",
  "unstable": ["sloppy-imports"],
  // What Deno runs.
  "tasks": {
    "build": "deno run -A npm:@react-router/dev@7.16.0 build",
    "typecheck": { "command": "deno check .", "dependencies": ["typegen"], },
  },
  "imports": {
    "@std/http": "jsr:@std/http@^1.0.16",
    "~/": "./app/",
    "@react-router/dev": "npm:@react-router/dev@7.16.0",
    "isbot": "npm:isbot@5.1.28",
    "react": "npm:react@19.2.6",
    "react-router": "npm:react-router@7.16.0",
  },
}
`,
  "app/entry.server.tsx": ENTRY,
};

/** Builds it as for Cloudflare without its plugin: the package goes into the server's bundle, by the conditions of that host. */
export const AS_WORKER = `import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  ssr: { noExternal: ["consentry"], resolve: { conditions: ["workerd", "worker", "browser", "module"] } },
});
`;
