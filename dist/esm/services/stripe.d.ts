import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Stripe.js for payments. Necessary where something is paid for; load it on those pages only. In a
 * module use `@stripe/stripe-js/pure`: the plain entry injects the script when it is imported.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source npm @stripe/stripe-js@10.2.1
 */
export declare function stripe(options?: ServiceOptions): Service;
export default stripe;
