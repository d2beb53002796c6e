/** The page whose cookies are meant. */
export interface CookiePlace {
    document: Pick<Document, "cookie">;
    /** `location.hostname`. */
    hostname: string;
    /** `location.pathname`. */
    pathname: string;
    /** True on https. */
    secure: boolean;
}
/**
 * Expires a cookie wherever script could have set it: on this host alone and on every parent domain
 * (vendors write to the highest that takes a cookie), on `/` and on every folder of the path, with
 * and without `Partitioned` (a partitioned cookie is only replaced by one that says so). Browsers
 * ignore the combinations that name nothing. Never throws.
 */
export declare function expireCookie(name: string, place: CookiePlace): void;
