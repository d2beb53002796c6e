import { createRootRoute, HeadContent, Link, Scripts } from "@tanstack/react-router";
import { createServerFn } from "@tanstack/react-start";
import type { ReactNode } from "react";

const readNothing = createServerFn().handler(() => ({}));

export const Route = createRootRoute({
  loader: () => readNothing(),
  staleTime: Infinity,
  head: () => ({
    meta: [{ charSet: "utf-8" }, { title: "Shop" }],
    links: [{ rel: "icon", href: "data:," }],
  }),
  shellComponent: Shell,
  notFoundComponent: () => <h1>Not found</h1>,
  errorComponent: () => <h1>Failed</h1>,
});

function Shell({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <HeadContent />
      </head>
      <body>
        <nav>
          <Link to="/" preload="intent">
            Home
          </Link>{" "}
          <Link to="/two">Two</Link>
        </nav>
        <main>{children}</main>
        <button type="button">Cookie settings</button>
        <Scripts />
      </body>
    </html>
  );
}
