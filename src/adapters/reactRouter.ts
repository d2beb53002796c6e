/** The entry point `consentry/react-router`: what stands in a page of React Router before any script has come. */
import { createContext, createElement, useContext, type ReactElement, type ReactNode } from "react";
import { bannerElement, bannerIn, headScript } from "./pageElements.ts";

/** What one page is rendered with, from `createConsentServer` of `consentry/react-router/server`. */
export interface PageTexts {
  /** Code of the script for the head. */
  head: string;
  /** The banner as HTML, by language; the usual one first. Absent where the visitor has decided. */
  banners?: Readonly<Record<string, string>>;
  /** This answer's nonce, for `ServerRouter` and for React's own scripts too. */
  nonce: string;
}

/** What a page is wrapped in on the server. */
export interface ConsentPageProps {
  /** What `page` of `createConsentServer` gave for this request. */
  page: PageTexts;
  /** The page: `ServerRouter`. Default: nothing. */
  children?: ReactNode;
}

/** What the banner is given. */
export interface ConsentBannerProps {
  /** Language of the page (BCP 47): one of those that `createConsentServer` was given. Default: the first of them. */
  language?: string;
}

const Page = createContext<PageTexts | undefined>(undefined);

/** In the browser nothing is asked for: React leaves what the server sent as it is. */
const usePage = (): PageTexts | undefined => {
  const page = useContext(Page);
  if (page || typeof document != "undefined") return page;
  throw new Error(
    "consentry/react-router: this page was rendered without its texts. Wrap ServerRouter in app/entry.server.tsx: <ConsentPage page={await server.page(request, headers)}>.",
  );
};

/**
 * Hands head, banner and nonce to a page, in `app/entry.server.tsx` around `ServerRouter`. The browser gets none of
 * them as data.
 *
 * @throws never
 *
 * @example
 * import { ConsentPage, type PageTexts } from "consentry/react-router";
 *
 * export const whole = (page: PageTexts) => ConsentPage({ page, children: "ServerRouter" });
 */
export function ConsentPage({ page, children }: ConsentPageProps): ReactElement {
  return createElement(Page.Provider, { value: page }, children);
}

/**
 * The script for the head of a page, for `Layout` in `app/root.tsx`: it restores a stored choice, and shows the banner
 * to who has to be asked. Place it before every other script.
 *
 * @throws on a server, where `ConsentPage` is missing around `ServerRouter`
 *
 * @example
 * import { ConsentHead } from "consentry/react-router";
 *
 * export const Head = () => ConsentHead();
 */
export function ConsentHead(): ReactElement {
  const page = usePage();
  return headScript(page?.head ?? "", page?.nonce);
}

/**
 * The banner as HTML, hidden until the script of the head shows it. First in the body.
 *
 * @throws on a server, where `ConsentPage` is missing or has no banner in this language
 *
 * @example
 * import { ConsentBanner } from "consentry/react-router";
 *
 * export const Banner = () => ConsentBanner({ language: "nl" });
 */
export function ConsentBanner({ language }: ConsentBannerProps): ReactElement {
  const page = usePage();
  const html = page?.banners ? bannerIn(page.banners, language) : "";
  if (html != null) return bannerElement(html);
  throw new Error(
    `consentry/react-router: there is no banner in ${JSON.stringify(language)}. Name it in createConsentServer: { languages: […] }.`,
  );
}
