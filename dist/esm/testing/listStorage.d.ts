/** Names of what a page of this origin can see of its own storage. */
export interface OwnStorage {
    cookies: string[];
    localStorage: string[];
    sessionStorage: string[];
    databases: string[];
    caches: string[];
}
/**
 * Lists what the page can see, sorted. Drivers send it into the page as text, so it uses nothing from
 * outside itself.
 */
export declare function listStorage(): Promise<OwnStorage>;
