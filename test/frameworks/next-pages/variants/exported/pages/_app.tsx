import { ConsentProvider, ConsentSettings } from "consentry/react";
import type { AppProps } from "next/app";
import Head from "next/head";
import Link from "next/link";
import { useEffect } from "react";
import { consent } from "../consent";

export default function Shop({ Component, pageProps }: AppProps) {
  useEffect(() => void consent.start(), []);
  return (
    <ConsentProvider consent={consent}>
      <Head>
        <title>Shop</title>
      </Head>
      <nav>
        <Link href="/">Home</Link> <Link href="/two">Two</Link>
      </nav>
      <main>
        <Component {...pageProps} />
      </main>
      <ConsentSettings>Cookie settings</ConsentSettings>
    </ConsentProvider>
  );
}
