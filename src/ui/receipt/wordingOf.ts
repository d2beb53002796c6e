import { translate } from "../../i18n/translate.ts";
import { own } from "../../lib/own.ts";
import { parseJson } from "../../lib/parseJson.ts";

/** What was asked, word for word. */
export interface Wording {
  language: string;
  title: string;
  text: string;
}

/**
 * Finds in an export of the proof log what was shown when a record was made, by the hash that the record
 * names; null where nothing was shown (a choice made by the page's own code). Its words are those of that day, not of
 * today's language file.
 */
export function wordingOf(
  exported: string,
  hash: string,
  list: (items: readonly string[]) => string,
): Wording | null {
  for (const line of exported.split("\n")) {
    const kept = parseJson(line);
    if (own(kept, "type") != "consentry/1 notice" || own(kept, "hash") != hash) continue;
    const shown = parseJson(String(own(kept, "text")));
    const texts = own(shown, "texts") as Readonly<Record<string, string>>;
    const language = String(own(shown, "language"));
    // By what was shown, not by its texts: those of the preference centre bring a placeholder's along, unfilled.
    if (own(shown, "layout") == "placeholder") {
      const [title, text] = [own(texts, "placeholder.title"), own(texts, "placeholder.text")];
      return { language, title: String(title), text: String(text) };
    }
    // An interface of the site's own may describe in its own way what it showed.
    if (!own(texts, "banner.title")) return null;
    const categories = own(shown, "categories");
    const named = (Array.isArray(categories) ? categories : []).filter(
      (one) => own(one, "id") != "necessary",
    );
    return {
      language,
      title: translate(texts, "banner.title"),
      text: translate(texts, "banner.text", {
        controller: String(own(own(shown, "controller"), "name")),
        purposes: list(named.map((one) => String(own(one, "name")))),
      }),
    };
  }
  return null;
}
