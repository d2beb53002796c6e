import { ConsentBanner, ConsentHead, ConsentSettings } from "consentry/next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Consent } from "./consent";

export const metadata = { title: "Shop", icons: { icon: "data:," } };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <ConsentHead />
      </head>
      <body>
        <ConsentBanner />
        <script
          type="text/plain"
          data-consent="stats"
          data-src="https://stats.vendor.test/tag.js"
          suppressHydrationWarning
        />
        <Consent>
          <nav>
            <Link href="/">Home</Link> <Link href="/two">Two</Link>
          </nav>
          <main>{children}</main>
          <ConsentSettings>Cookie settings</ConsentSettings>
        </Consent>
      </body>
    </html>
  );
}
