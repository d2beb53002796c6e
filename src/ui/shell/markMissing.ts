import type { UiHost } from "../../core/config/parts.ts";
import { own } from "../../lib/own.ts";
import type { Texts } from "./createTexts.ts";

const PLURAL = /\.(zero|one|two|few|many|other)$/;

/**
 * Puts every text that the language on show lacks, and that is therefore said in English, between `⟦` and
 * `⟧`, and tells the site's owner as `text-missing`: the keys, or the language where all of it is missing.
 * Only where a site is made: visitors read plain English.
 *
 * @returns whether there were any, so that what is on show has to be drawn again.
 */
export function markMissing(host: UiHost, { messages, language }: Texts): boolean {
  const wanted = host.config.language || host.document.documentElement.lang;
  const isEnglish = /^(en(?![a-z])|\s*$)/i.test(wanted);
  // English is shown for a language that no one has, too.
  if (isEnglish) return false;
  const isWhole = host.language == "en";
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const marked: Record<string, string> = {};
  for (const [key, text] of Object.entries(messages)) {
    const category = PLURAL.exec(key)?.[1];
    if (category && !needed.some((one) => one == category)) continue;
    if (own(host.messages, key) === undefined) marked[key] = `⟦${text}⟧`;
  }
  const keys = Object.keys(marked);
  if (!keys.length) return false;
  // In the host's too, so that what is drawn later says the same and nothing is reported twice.
  Object.assign(messages, marked);
  Object.assign(host.messages, marked);
  host.report("text-missing", isWhole ? wanted : `${language}: ${keys.slice(0, 6).join(", ")}`);
  return true;
}
