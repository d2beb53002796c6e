import type { Consent } from "./consent.ts";
import { type Env } from "./env.ts";
import { type Parts } from "./session.ts";
/**
 * Makes an instance. Making is not starting: nothing is read, written or shown before `start()`.
 *
 * What is here is what a returning visitor needs: shut the gate, read the stored choice, release
 * what it permits. The rest (`createDecider`) comes when there is something to decide or to show.
 *
 * @param options the site's configuration, of unknown origin; mistakes are reported, never thrown
 * @param parts what is loaded when it is needed
 * @param world the browser; tests pass another
 */
export declare function createClient(options: unknown, parts: Parts, world?: () => Env): Consent;
