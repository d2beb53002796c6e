import { headers } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";

export const metadata = { title: "Shop", icons: { icon: "data:," } };

export default async function Layout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang="en">
      <head />
      <body>
        <nav>
          <Link href="/">Home</Link> <Link href="/two">Two</Link>
        </nav>
        <main>{children}</main>
        <button type="button">Cookie settings</button>
      </body>
    </html>
  );
}
