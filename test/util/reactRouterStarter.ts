/**
 * In the form of the default template of create-react-router, which the generator fetches from GitHub and no package holds:
 * its files and their ways, without its styles and its welcome (remix-run/react-router-templates, `default`).
 */
export const REACT_ROUTER: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    type: "module",
    dependencies: { "react-router": "8", isbot: "5" },
    devDependencies: { "@react-router/dev": "8", vite: "8" },
  }),
  "tsconfig.json": "{}",
  "vite.config.ts": `import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  resolve: {
    tsconfigPaths: true,
  },
});
`,
  "react-router.config.ts": `import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
} satisfies Config;
`,
  "app/app.css": "body { margin: 0 }\n",
  "app/routes.ts": `import { type RouteConfig, index } from "@react-router/dev/routes";

export default [index("routes/home.tsx")] satisfies RouteConfig;
`,
  "app/routes/home.tsx": `import type { Route } from "./+types/home";

export function meta({}: Route.MetaArgs) {
  return [{ title: "Shop" }];
}

export default function Home() {
  return <h1>Shop</h1>;
}
`,
  "app/root.tsx": `import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
} from "react-router";

import type { Route } from "./+types/root";
import "./app.css";

export function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
`,
};
