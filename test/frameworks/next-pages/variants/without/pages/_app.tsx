import App, { type AppContext, type AppProps } from "next/app";
import Head from "next/head";
import Link from "next/link";

export default function Shop({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>Shop</title>
      </Head>
      <nav>
        <Link href="/">Home</Link> <Link href="/two">Two</Link>
      </nav>
      <main>
        <Component {...pageProps} />
      </main>
      <button type="button">Cookie settings</button>
    </>
  );
}

Shop.getInitialProps = (context: AppContext) => App.getInitialProps(context);
