import type { Fetched } from "./fetchCatalogue.ts";
import type { Session } from "./session.ts";
/** Tells what is wrong with services of the catalogue, under the names that the site gave them. */
export declare function explainCatalogue(options: unknown, made: readonly Fetched[], report: Session["report"]): void;
