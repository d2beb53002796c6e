import { createRootRoute, HeadContent, Link, Scripts, useRouter } from "@tanstack/react-router";
import { ConsentSettings } from "consentry/react";
import { ConsentBanner, ConsentHead } from "consentry/tanstack";
import type { ReactNode } from "react";
import { Consent } from "../consent";
import { readConsent } from "../consent.functions";

export const Route = createRootRoute({
  loader: () => readConsent(),
  // It is for the first page: from then on the browser knows.
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
        <ConsentHead />
        <HeadContent />
      </head>
      <body>
        <ConsentBanner />
        <script
          type="text/plain"
          nonce={useRouter().options.ssr?.nonce}
          data-consent="stats"
          data-src="https://stats.vendor.test/tag.js"
          suppressHydrationWarning
        />
        <Consent initial={Route.useLoaderData()}>
          <nav>
            <Link to="/" preload="intent">
              Home
            </Link>{" "}
            <Link to="/two">Two</Link>
          </nav>
          <main>{children}</main>
          <ConsentSettings>Cookie settings</ConsentSettings>
        </Consent>
        <Scripts />
      </body>
    </html>
  );
}
