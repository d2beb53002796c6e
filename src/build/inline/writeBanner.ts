import { resume } from "../../core/choice/resume.ts";
import { shownHash } from "../../core/choice/shownHash.ts";
import { storedChoice } from "../../core/choice/storedChoice.ts";
import { unusedBySite } from "../../core/config/unusedBySite.ts";
import type { UiHost } from "../../core/config/parts.ts";
import firstLayer from "../../i18n/firstLayer.ts";
import { dict } from "../../lib/dict.ts";
import { own } from "../../lib/own.ts";
import { createBanner } from "../../ui/banner/createBanner.ts";
import { createInner } from "../../ui/shell/createInner.ts";
import { createTexts } from "../../ui/shell/createTexts.ts";
import { el } from "../../ui/shell/el.ts";
import type { UiContext } from "../../ui/shell/uiContext.ts";
import { SiteError } from "../SiteError.ts";
import { findLanguage, loadMessages } from "../site/loadMessages.ts";
import type { Site } from "../site/readSite.ts";
import { markupDocument } from "../site/markupDocument.ts";

/**
 * The first layer as HTML, hidden: made by the code that makes it in a page, over a document that keeps only markup. It says
 * nothing of any visitor.
 *
 * @param wanted BCP 47 tag of the page's language; by default what the configuration says, else English
 */
export async function writeBanner(
  { options, gate, config }: Pick<Site, "options" | "gate" | "config">,
  wanted?: string,
): Promise<string> {
  if (own(options, "migrate")) {
    throw new SiteError(
      "config",
      "banner-migrate: With `migrate`, whether a visitor is asked is known only when that has looked. Leave the banner to the script, or drop `migrate`.",
    );
  }
  const state = resume(storedChoice([]), { ...gate, _idle: new Set(unusedBySite(gate)) }, 0);
  if (!state.pending.length) {
    throw new SiteError(
      "config",
      "banner-empty: The configuration does not say what is asked for. List `categories`, or the `services` that ask for consent.",
    );
  }
  const language = findLanguage(wanted || config.language || "en");
  // As a page finds them: English is in the interface itself.
  const found = language == "en" ? {} : await loadMessages(language);
  const messages = Object.assign(dict<string>(), found, config.texts["*"], config.texts[language]);
  const document = markupDocument();
  const host = { document, config, gpc: false, messages, language } as unknown as UiHost;
  const words = createTexts(host, firstLayer);
  const nothing = (): void => {};
  const banner = createBanner({
    _host: host,
    _words: words,
    _seen: state,
    _said: "",
    _press: (element) => element,
    _choose: nothing,
    _open: nothing,
    _leave: nothing,
  } satisfies UiContext);
  const inner = createInner(document, words.language, el(document, "div", {}, banner));
  inner.setAttribute("class", "c still");
  inner.setAttribute("hidden", "");
  const template = el(document, "template", { shadowrootmode: "open" }, inner);
  const shown = shownHash(banner.textContent, state, gate);
  const attributes = { hidden: "", "data-consentry": "", "data-consentry-shown": shown };
  return el(document, "div", attributes, template).outerHTML;
}
