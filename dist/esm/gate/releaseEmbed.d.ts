import type { Trust } from "./trustedPolicy.ts";
/** Attributes that make a browser fetch; each waits under `data-` in front of its name. */
export declare const FETCHING: readonly ["src", "srcset", "href", "poster", "data"];
/** Lets the browser fetch what the element names. URL parameters are kept as written. */
export declare function releaseEmbed(element: Element, trust: Trust): void;
/** Puts a frame back in its place anew: it begins with a new document. */
export declare function putAnew(element: Element): void;
/** A media element looks at changed addresses only when told. */
export declare function reloadMedia(element: Element): void;
