import type { Config } from "../../core/config.ts";
import type { Words } from "../../ui/createWords.ts";
/** The declaration as Markdown with tables (GitHub Flavored Markdown 4.10): a heading per category and service. */
export declare function declareMarkdown(config: Config, words: Words): string;
