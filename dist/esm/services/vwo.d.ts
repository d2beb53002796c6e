import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * VWO (Visual Website Optimizer). Its SmartCode hides the page while it loads and stays in the
 * page, gated.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @unverified its own consent call
 */
export declare function vwo(options?: ServiceOptions): Service;
export default vwo;
