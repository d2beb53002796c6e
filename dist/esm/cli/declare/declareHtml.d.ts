import type { UiHost } from "../../core/parts.ts";
import type { Words } from "../../ui/createWords.ts";
/** The element that `data-consent-declaration` is filled with, as HTML. */
export declare function declareHtml(config: UiHost["config"], words: Words): string;
