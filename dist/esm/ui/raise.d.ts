/**
 * Lifts a layer into the browser's top layer: above any `z-index` of the page. A dialog makes the
 * rest of the page inert. Does nothing for a layer that is there already.
 */
export declare function raise(layer: HTMLElement): void;
