import type { VNode } from "preact";
import type { Service } from "../core/service.ts";
import type { Words } from "./createWords.ts";
/** Everything that is declared of one service. */
export declare function ServiceDetails({ service, words }: {
    service: Service;
    words: Words;
}): VNode;
