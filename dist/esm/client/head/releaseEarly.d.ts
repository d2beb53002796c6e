/**
 * Releases the permitted scripts that are plain: blocking ones in document order, deferred ones when
 * the page is parsed, asynchronous ones at once. All else is left to the gate, and so is everything
 * from a script on that has to keep its place and is not plain.
 *
 * Yields to the gate (`consentry:ready`) when nothing of its own is on the way: the order of scripts
 * has one keeper at a time. Gives up where the choice changed or anything fails; markup that takes
 * the place of a method of `document` is such a failure.
 *
 * @param isCurrent whether the stored choice still is the one that was read
 * @param nonce CSP nonce for scripts that carry none, or empty
 */
export declare function releaseEarly(permits: (ids: string) => boolean, isCurrent: () => boolean, nonce: string): void;
