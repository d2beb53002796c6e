/** Head and banner as elements of React: texts of the build, which React takes as markup in no other way. */
import { createElement, type ReactElement } from "react";

/** The script of the head. Of a text that the browser does not know, what the server sent stays. */
export function headScript(code: string, nonce: string | undefined): ReactElement {
  return createElement("script", {
    nonce,
    // Browsers hide a nonce from the page, so that it differs from what React rendered.
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: code },
  });
}

/** The banner. The parser takes the template out of it, and the head shows the element. */
export function bannerElement(html: string): ReactElement {
  return createElement("div", {
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: html },
  });
}

/** One of several banners by its language; without one, the first. */
export function bannerIn(
  banners: Readonly<Record<string, string>>,
  language: string | undefined,
): string | undefined {
  return language ? new Map(Object.entries(banners)).get(language) : Object.values(banners)[0];
}
