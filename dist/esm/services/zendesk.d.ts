import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface ZendeskOptions extends ServiceOptions {
    /** Key of the widget, a UUID. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Zendesk Messaging. `cookies none` hides the widget and deletes its storage. Its script finds
 * itself by its id.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source https://developer.zendesk.com/api-reference/widget-messaging/web/core
 */
export declare function zendesk(options?: ZendeskOptions): Service;
export default zendesk;
