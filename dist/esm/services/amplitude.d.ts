import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface AmplitudeOptions extends ServiceOptions {
    /** API key, 32 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
    /** Where the script comes from. Default `https://cdn.amplitude.com/script/<id>.js`. */
    script?: string;
    /** Handed to `amplitude.init(id, config)`, for example `{ serverZone: "EU" }`. */
    config?: Record<string, unknown>;
}
/**
 * Amplitude by its script loader. Its opt-out lives in a cookie that is erased with the others, so
 * each load sets it anew. Opted out, it still sends again what failed before, and holds its database
 * open: after a withdrawal the page reloads.
 *
 * @confidence high
 * @source https://amplitude.com/docs/en/get-started/install-with-snippet
 * @source npm @amplitude/analytics-browser@2.34.0
 * @source amplitude/Amplitude-TypeScript@6deb0623b source
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
 */
export declare function amplitude(options?: AmplitudeOptions): Service;
export default amplitude;
