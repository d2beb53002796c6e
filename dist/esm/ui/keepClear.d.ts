/**
 * Keeps what the page focuses from lying wholly under a sticky element (WCAG 2.2, 2.4.11; technique
 * C43). The scroll padding serves the browser's own scrolling; where a page has no room left to
 * scroll, room is added below it at the moment that a focused element is covered, and not before:
 * a scroll bar that appears by itself would shift the layout.
 *
 * @returns the undo, which leaves no trace in the document.
 */
export declare function keepClear(document: Document, element: Element): () => void;
