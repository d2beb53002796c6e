import type { UiHost } from "../../core/config/parts.ts";
import { direction } from "../../i18n/direction.ts";
import { createDeclaration } from "../../ui/embeds/createDeclaration.ts";
import type { Words } from "../../ui/shell/createWords.ts";
import { el } from "../../ui/shell/el.ts";
import { markupDocument } from "../site/markupDocument.ts";

/** What stands on a line of its own. No text and no attribute holds a `<` here. */
const ROW = /<(?:t(?:able|head|body|r)|caption)(?=[ >])/g;

/** The element that `data-consent-declaration` is filled with, as HTML. */
export function declareHtml(config: UiHost["config"], words: Words): string {
  const document = markupDocument();
  const { language } = words;
  const place = el(
    document,
    "div",
    { lang: language, dir: direction(language) },
    ...createDeclaration({ document, config }, words),
  );
  return `${place.outerHTML.replace(ROW, "\n$&")}\n`;
}
