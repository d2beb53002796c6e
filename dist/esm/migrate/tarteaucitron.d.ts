import type { Migration } from "../core/parts.ts";
import type { NamedOptions } from "./kit/options.ts";
/**
 * tarteaucitron.js. One cookie, `!gtag=true!youtube=false!matomo=wait`: `wait` is no answer yet. It keeps no
 * date. Without `highPrivacy`, with `serviceDefaultState` or `bypass`, the tool writes `true` that nobody
 * chose, and the cookie does not tell: do not import then. Its placeholders are drawn by its own service
 * scripts, so there is no markup to take over.
 *
 * @confidence high
 * @source AmauriC/tarteaucitron.js@76151fa tarteaucitron.js (`cookie.create`, `cookie.read`, `addService`)
 * @source npm tarteaucitronjs@1.34.0, run in a browser
 */
export declare function tarteaucitron(options: NamedOptions): Migration;
export default tarteaucitron;
