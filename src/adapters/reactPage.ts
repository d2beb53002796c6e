/** What the entry points of React's frameworks share: head and banner of a page, which its server hands to React by a context. */
import { createContext, createElement, useContext, type ReactElement, type ReactNode } from "react";
import { bannerElement, bannerIn, headScript } from "./pageElements.ts";

/** What one page is rendered with, from `createConsentServer` of the framework's server part. */
export interface PageTexts {
  /** Code of the script for the head. */
  head: string;
  /** The banner as HTML, by language; the usual one first. Absent where the visitor has decided. */
  banners?: Readonly<Record<string, string>>;
  /** This answer's nonce, for the framework's and React's own scripts too. */
  nonce: string;
}

/** What the banner is given. */
export interface ConsentBannerProps {
  /** Language of the page (BCP 47): one of those that `createConsentServer` was given. Default: the first of them. */
  language?: string;
}

const Page = createContext<PageTexts | undefined>(undefined);

/** In the browser nothing is asked for: React leaves what the server sent as it is. */
function usePage(missing: string): PageTexts | undefined {
  const page = useContext(Page);
  // A promise is none: `await` was forgotten.
  if (typeof page?.head == "string" || typeof document != "undefined") return page;
  throw new Error(missing);
}

/** Hands the texts to what stands inside. The browser has none. */
export function providePage(page: PageTexts | undefined, children: ReactNode): ReactElement {
  return createElement(Page.Provider, { value: page }, children);
}

/** The script of the head; throws `missing` on a server that has handed over no texts. */
export function usePageHead(missing: string): ReactElement {
  const page = usePage(missing);
  return headScript(page?.head ?? "", page?.nonce);
}

/** This answer's nonce: a marked script that carries it is started by the head. The browser has none. */
export function usePageNonce(): string | undefined {
  return useContext(Page)?.nonce;
}

/** The banner; `entry` is the entry point that says what is missing. */
export function usePageBanner(
  { language }: ConsentBannerProps,
  entry: string,
  missing: string,
): ReactElement {
  const page = usePage(missing);
  const html = page?.banners ? bannerIn(page.banners, language) : "";
  if (html != null) return bannerElement(html);
  throw new Error(
    `${entry}: there is no banner in ${JSON.stringify(language)}. Name it in createConsentServer: { languages: […] }.`,
  );
}
