/** As the default template of create-react-router has it, which the generator fetches and no package holds. */
export const REACT_ROUTER: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    dependencies: { "react-router": "8", isbot: "5" },
    devDependencies: { "@react-router/dev": "8", vite: "8" },
  }),
  "tsconfig.json": "{}",
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
