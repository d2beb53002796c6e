/** What the page and the browser may bring. */
export interface PageNews {
    window: Window & typeof globalThis;
    /** Aborted at the end. */
    end: AbortController;
    /** The stored choice may have changed elsewhere. */
    look: () => void;
    /** Somebody wants to see the settings; `part` names what to open in them. */
    open: (part: string) => void;
}
/**
 * Listens for two things. The stored choice may have changed: another tab says so (the message
 * carries nothing, the stored choice is the one truth), or the page comes back from the
 * back/forward cache or into view. And the settings are asked for: by any
 * `data-consent-open` element or link to `#cookie-settings`, present or added later, in open shadow
 * roots too; or by the address itself, so that a link clicked before the script came still works.
 */
export declare function listenToPage({ window, end: { signal }, look, open }: PageNews): void;
