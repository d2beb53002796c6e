import { ConsentSettings } from "consentry/react";
import { ConsentBanner, ConsentHead, useConsentNonce } from "consentry/react-router";
import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { Consent } from "./consent";
import { server } from "./consent.server";

export const loader = async ({ request }: Route.LoaderArgs) => ({
  consent: (await server.read(request)).state,
});

export function Layout({ children }: { children: ReactNode }) {
  // A page that is not there has no data: nothing is permitted until the browser has read the cookie.
  const initial = useRouteLoaderData<typeof loader>("root")?.consent;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <ConsentHead />
        <title>Shop</title>
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        <ConsentBanner />
        <script
          type="text/plain"
          nonce={useConsentNonce()}
          data-consent="stats"
          data-src="https://stats.vendor.test/tag.js"
          suppressHydrationWarning
        />
        <Consent initial={initial}>
          <nav>
            <Link to="/" prefetch="intent">
              Home
            </Link>{" "}
            <Link to="/two">Two</Link>
          </nav>
          <main>{children}</main>
          <ConsentSettings>Cookie settings</ConsentSettings>
        </Consent>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const isMissing = isRouteErrorResponse(error) && error.status == 404;
  return <h1>{isMissing ? "Not found" : "Failed"}</h1>;
}
