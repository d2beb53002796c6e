/** The entry point `consentry/react-router`: what stands in a page of React Router before any script has come. */
import type { ReactElement, ReactNode } from "react";
import {
  providePage,
  usePageBanner,
  usePageHead,
  usePageNonce,
  type ConsentBannerProps,
  type PageTexts,
} from "./reactPage.ts";

export type { ConsentBannerProps, PageTexts } from "./reactPage.ts";

/** What a page is wrapped in on the server. */
export interface ConsentPageProps {
  /** What `page` of `createConsentServer` gave for this request. */
  page: PageTexts;
  /** The page: `ServerRouter`. Default: nothing. */
  children?: ReactNode;
}

const ENTRY = "consentry/react-router";
const MISSING = `${ENTRY}: this page was rendered without its texts. Wrap ServerRouter in app/entry.server.tsx: <ConsentPage page={await server.page(request, headers)}>.`;

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
  return providePage(page, children);
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
  return usePageHead(MISSING);
}

/**
 * The nonce of this answer, for the scripts that `Layout` in `app/root.tsx` marks: one that carries it starts by the head's script on
 * a later visit, before the app's own code has come.
 *
 * @returns the nonce; nothing in the browser, and where `ConsentPage` is missing
 * @throws never
 *
 * @example
 * import { useConsentNonce } from "consentry/react-router";
 *
 * export const useMark = () => ({ type: "text/plain", nonce: useConsentNonce() });
 */
export function useConsentNonce(): string | undefined {
  return usePageNonce();
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
export function ConsentBanner(props: ConsentBannerProps): ReactElement {
  return usePageBanner(props, ENTRY, MISSING);
}
