import type { Service } from "../core/service.ts";
import type { Words } from "./createWords.ts";
/** One line about a service: what it is called, what it says, and where it links to. */
export interface Fact {
    label: string;
    value: string;
    href?: string | undefined;
}
/** What is told of a service, in the order that a reader asks; what is not known is left out. */
export declare function serviceFacts(service: Service, words: Words): Fact[];
