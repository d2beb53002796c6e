/** Calls when a pointer or a key first comes to an element, and each time after. Gives the undo. */
export declare function onReach(element: Element, call: () => void): () => void;
