import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface PinterestTagOptions extends ServiceOptions {
    /** Tag id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Pinterest Tag. `setconsent false` stops it and deletes its first-party storage.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source https://help.pinterest.com/en/business/article/install-the-base-code
 */
export declare function pinterestTag(options?: PinterestTagOptions): Service;
export default pinterestTag;
