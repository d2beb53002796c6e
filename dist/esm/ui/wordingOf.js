import { translate } from '../i18n/translate.js';
import { own } from '../lib/own.js';
import { parseJson } from '../lib/parseJson.js';

function wordingOf(exported, hash, list) {
  for (const line of exported.split("\n")) {
    const kept = parseJson(line);
    if (own(kept, "type") != "consentry/1 notice" || own(kept, "hash") != hash) continue;
    const shown = parseJson(String(own(kept, "text")));
    const texts = own(shown, "texts");
    if (!own(texts, "banner.title")) return null;
    const categories = own(shown, "categories");
    const named = (Array.isArray(categories) ? categories : []).filter(
      (one) => own(one, "id") != "necessary"
    );
    return {
      language: String(own(shown, "language")),
      title: translate(texts, "banner.title"),
      text: translate(texts, "banner.text", {
        controller: String(own(own(shown, "controller"), "name")),
        purposes: list(named.map((one) => String(own(one, "name"))))
      })
    };
  }
  return null;
}

export { wordingOf };
