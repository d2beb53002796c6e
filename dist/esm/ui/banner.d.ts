import type { Stage } from "./stage.ts";
/**
 * The first layer: who asks, for which purposes, how many services, how to withdraw, and the two
 * answers side by side (GDPR Art. 4(11), 7(3)). Plain DOM: it never changes while it stands, and a
 * visitor who answers here needs no renderer.
 *
 * `bar` and `box` are a labelled region that leaves the page usable. `centre` would cover what the
 * page focuses, so it is a modal dialog (WCAG 2.2, 2.4.11); closing it decides nothing.
 */
export declare function banner(stage: Stage): HTMLElement;
