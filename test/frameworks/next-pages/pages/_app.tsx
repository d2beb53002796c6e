import { ConsentProvider, ConsentSettings } from "consentry/react";
import { readConsent, type State } from "consentry/server";
import App, { type AppContext, type AppProps } from "next/app";
import Head from "next/head";
import Link from "next/link";
import { useEffect } from "react";
import { consent } from "../consent";
import { options } from "../consent.config";

export default function Shop({ Component, pageProps, initial }: AppProps & { initial?: State }) {
  useEffect(() => void consent.start(), []);
  return (
    <ConsentProvider consent={consent} initial={initial}>
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

// Each page is rendered for who asks. In the browser nobody asks, and the instance knows.
Shop.getInitialProps = async (context: AppContext) => {
  const { req } = context.ctx;
  return {
    ...(await App.getInitialProps(context)),
    ...(req && { initial: readConsent(req.headers.cookie, options).state }),
  };
};
