/**
 * Resolves when the browser has painted what is due, so that a click is answered before released
 * scripts take the main thread. A page that is not painted (hidden, or its window covered) does not wait.
 */
export declare function afterPaint(window: Window, document: Document): Promise<void>;
