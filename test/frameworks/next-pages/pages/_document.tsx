import { ConsentBanner, ConsentHead } from "consentry/next";
import { readConsent, type State } from "consentry/server";
import Document, { Head, Html, Main, NextScript, type DocumentContext } from "next/document";
import { options } from "../consent.config";

interface Asked {
  initial: State | undefined;
  nonce: string | undefined;
}

export default class Page extends Document<Asked> {
  static async getInitialProps(context: DocumentContext) {
    const props = await Document.getInitialProps(context);
    const headers = context.req?.headers;
    return {
      ...props,
      initial: headers && readConsent(headers.cookie, options).state,
      nonce: headers && String(headers["x-nonce"]),
    };
  }

  render() {
    const { initial, nonce } = this.props;
    return (
      <Html lang="en">
        <Head nonce={nonce}>
          <ConsentHead nonce={nonce} initial={initial} />
          <link rel="icon" href="data:," />
        </Head>
        <body>
          <ConsentBanner initial={initial} />
          <script
            type="text/plain"
            data-consent="stats"
            data-src="https://stats.vendor.test/tag.js"
            nonce={nonce}
          />
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}
