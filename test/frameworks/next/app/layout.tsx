import { ConsentBanner, ConsentHead, ConsentSettings, readConsent } from "consentry/next";
import { headers } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { options } from "../consent.config";
import { Consent } from "./consent";

export const metadata = { title: "Shop", icons: { icon: "data:," } };

export default async function Layout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const nonce = asked.get("x-nonce") ?? undefined;
  const initial = readConsent(asked, options).state;
  return (
    <html lang="en">
      <head>
        <ConsentHead nonce={nonce} initial={initial} />
      </head>
      <body>
        <ConsentBanner initial={initial} />
        <script
          type="text/plain"
          data-consent="stats"
          data-src="https://stats.vendor.test/tag.js"
          nonce={nonce}
          suppressHydrationWarning
        />
        <Consent initial={initial}>
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
