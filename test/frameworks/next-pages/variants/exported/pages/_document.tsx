import { ConsentBanner, ConsentHead } from "consentry/next";
import { Head, Html, Main, NextScript } from "next/document";

export default function Page() {
  return (
    <Html lang="en">
      <Head>
        <ConsentHead />
        <link rel="icon" href="data:," />
      </Head>
      <body>
        <ConsentBanner />
        <script
          type="text/plain"
          data-consent="stats"
          data-src="https://stats.vendor.test/tag.js"
        />
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
