/**
 * Remembers an element's attributes and child nodes. The undo puts back what differs, and the very
 * nodes that were there, with whatever listens to them.
 */
export declare function remember(element: Element): () => void;
