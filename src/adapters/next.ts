/**
 * What stands in a page of Next.js before any script has come. `consentry/next/config` has put both texts into the build, so
 * that no server reads a file: they are there in Node.js, at the edge and in a static export.
 */
import type { ReactElement } from "react";
import { headFor } from "../core/choice/headFor.ts";
import type { State } from "../core/choice/state.ts";
import { bannerElement, bannerIn, headScript } from "./pageElements.ts";

/** What the head is given. */
export interface ConsentHeadProps {
  /** This answer's nonce. Default: none; then `script-src` has to allow inline code another way. */
  nonce?: string | undefined;
  /** What the request permits: who has decided gets no code for the banner, and who has refused all hardly any. Default: everybody gets it. */
  initial?: State | undefined;
}

/** What the banner is given. */
export interface ConsentBannerProps {
  /** Language of the page (BCP 47): one of those that `withConsentry` was given. Default: the first of them. */
  language?: string;
  /** What the request permits: who has decided gets no banner. Default: everybody gets it. */
  initial?: State | undefined;
}

/** Next.js puts the value in place of the expression, which therefore stands here in full. */
const built = (text: string | undefined): string => {
  if (text) return text;
  throw new Error(
    "consentry/next: nothing was put into the build. Wrap the configuration in next.config: withConsentry(nextConfig, { config: options }).",
  );
};

/**
 * The script for the head of a page, for the root layout or `_document`: it restores a stored choice, and shows the banner to
 * who has to be asked. Place it before every other script.
 *
 * @throws where `withConsentry` is missing in the configuration of Next.js
 *
 * @example
 * import { ConsentHead } from "consentry/next";
 *
 * export const head = ConsentHead({ nonce: "of this answer" });
 */
export function ConsentHead({ nonce, initial }: ConsentHeadProps): ReactElement {
  const form = headFor(initial);
  if (form == "asks") return headScript(built(process.env.CONSENTRY_HEAD), nonce);
  const [decided, refused] = [
    process.env.CONSENTRY_HEAD_DECIDED,
    process.env.CONSENTRY_HEAD_REFUSED,
  ];
  return headScript(built(form == "decided" ? decided : refused), nonce);
}

/**
 * The banner as HTML, hidden until the script of the head shows it. First in the body.
 *
 * @throws where `withConsentry` is missing, or was not given this language
 *
 * @example
 * import { ConsentBanner } from "consentry/next";
 *
 * export const banner = ConsentBanner({ language: "nl" });
 */
export function ConsentBanner({ language, initial }: ConsentBannerProps): ReactElement | null {
  if (headFor(initial) != "asks") return null;
  const banners = JSON.parse(built(process.env.CONSENTRY_BANNERS)) as Record<string, string>;
  const html = bannerIn(banners, language);
  if (html == null)
    throw new Error(
      `consentry/next: no banner was built for ${JSON.stringify(language)}. Name it in withConsentry: { languages: […] }.`,
    );
  return bannerElement(html);
}
