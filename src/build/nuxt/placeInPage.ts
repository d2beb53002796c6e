import { pickLocale } from "../../i18n/pickLocale.ts";

/** As much of Nuxt's page as is used: parts of its text. */
export interface NuxtHtml {
  /** Attributes of the html element. */
  htmlAttrs: string[];
  /** What stands in the head. */
  head: string[];
  /** What stands first in the body. */
  bodyPrepend: string[];
}

/** It has to come first: browsers look for it in the first 1,024 bytes only. */
const CHARSET = /^\s*<meta\s[^>]*charset[^>]*>/i;

/** Puts the head's script first into the head, in a part of its own, so that what gives scripts a nonce finds it. */
export function placeHead(html: NuxtHtml, code: string): void {
  const [first = "", ...rest] = html.head;
  const [charset = ""] = CHARSET.exec(first) ?? [];
  html.head = [charset, `<script>${code}</script>`, first.slice(charset.length), ...rest];
}

/** Puts the banner first into the body: in the language of the page, or in the usual one where there is none in that. */
export function placeBanner(
  html: NuxtHtml,
  banners: readonly (readonly [language: string, html: string])[],
): void {
  const [, language = ""] = /\blang=["']?([\w-]+)/i.exec(html.htmlAttrs.join(" ")) ?? [];
  const [usual] = banners;
  const tag = pickLocale(
    [language],
    banners.map(([one]) => one),
    usual![0],
  );
  html.bodyPrepend.unshift(banners.find(([one]) => one == tag)![1]);
}
