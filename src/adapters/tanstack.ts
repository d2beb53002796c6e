/** The entry point `consentry/tanstack`: what stands in a page of TanStack Start before any script has come. */
import type { ReactElement, ReactNode } from "react";
import {
  providePage,
  usePageBanner,
  usePageHead,
  type ConsentBannerProps,
  type PageTexts,
} from "./reactPage.ts";

export type { ConsentBannerProps, PageTexts } from "./reactPage.ts";

/** What `createRouter` is given beside your own options. */
export interface PageOptions {
  /** Hands head and banner to the page: a component, whose `props` have the page as `children`. */
  Wrap(props: { children: ReactNode }): ReactElement;
  /** The nonce of the router's own scripts. Absent in the browser. */
  ssr?: { nonce: string };
}

const ENTRY = "consentry/tanstack";
const MISSING = `${ENTRY}: this page was rendered without its texts. Hand them to createRouter in src/router.tsx: ...pageOptions(getGlobalStartContext()?.page).`;

/**
 * Options of `createRouter`, for `getRouter` in `src/router.tsx`: they hand head, banner and nonce to a page. The browser gets
 * none of them as data.
 *
 * @param page what `src/start.ts` has put into the global context; absent in the browser
 * @returns options to spread into yours; a `Wrap` of your own goes around it
 * @throws never
 *
 * @example
 * import { pageOptions, type PageTexts } from "consentry/tanstack";
 *
 * export const optionsOf = (context?: { page?: PageTexts }) => ({ ...pageOptions(context?.page) });
 */
export function pageOptions(page: PageTexts | undefined): PageOptions {
  return {
    Wrap: ({ children }) => providePage(page, children),
    ...(page && { ssr: { nonce: page.nonce } }),
  };
}

/**
 * The script for the head of a page, for the shell of `src/routes/__root.tsx`: it restores a stored choice, and shows the
 * banner to who has to be asked. Place it before `HeadContent` and every other script.
 *
 * @throws on a server, where `createRouter` was not given `pageOptions`
 *
 * @example
 * import { ConsentHead } from "consentry/tanstack";
 *
 * export const Head = () => ConsentHead();
 */
export function ConsentHead(): ReactElement {
  return usePageHead(MISSING);
}

/**
 * The banner as HTML, hidden until the script of the head shows it. First in the body.
 *
 * @throws on a server, where `createRouter` was not given `pageOptions`, or there is no banner in this language
 *
 * @example
 * import { ConsentBanner } from "consentry/tanstack";
 *
 * export const Banner = () => ConsentBanner({ language: "nl" });
 */
export function ConsentBanner(props: ConsentBannerProps): ReactElement {
  return usePageBanner(props, ENTRY, MISSING);
}
