/** The entry point `consentry/server`: reads the visitor's choice from a Cookie header. */
import { cookieState } from "../core/choice/cookieState.ts";
import { parseGate } from "../core/config/parseGate.ts";
import type { GateConfig } from "../core/config/config.ts";
import type { Ids, UsualCategory } from "../core/config/ids.ts";
import type { Known, Options } from "../core/config/options.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";
import { keysOf } from "../lib/keysOf.ts";

export type { State } from "../core/choice/state.ts";

/**
 * What a server may know of a request. A plain object: `structuredClone`, `JSON` and React's server
 * components take it, and its `state`, as they are. What comes out is `{ state }`: `permits` is not enumerable.
 */
export interface ServerConsent<
  Category extends string = string,
  ServiceId extends string = string,
> {
  /** What the cookie says, or undecided. */
  readonly state: State<Category, ServiceId>;
  /**
   * Whether everything named is permitted; never, where the cookie is missing, doubled or stale.
   *
   * @param ids `"marketing hotjar"`, `"!marketing"`
   */
  permits<Text extends string>(
    this: void,
    ids: Ids<Text, Category | ServiceId | "necessary">,
  ): boolean;
}

const inNode: () => never = () => {
  throw new Error(
    "renderHead and renderBanner read files, in Node.js. Elsewhere, write the same with `npx consentry inline --banner` when the site is built.",
  );
};
/** Only in Node.js. */
export const renderHead: () => never = inNode;
/** Only in Node.js. */
export const renderBanner: () => never = inNode;

/** Options whose mistake was reported. */
const told = new WeakSet<object>();

/** Says once of options by which no choice can count. */
function gateOf(options: object): GateConfig {
  const config = parseGate(options, () => {});
  const why = !config._usable
    ? "controller.name is missing"
    : keysOf(config._catalogue)[0] &&
      "services is a map, and a server takes a list (of the catalogue: hotjar({ id: 1 }))";
  if (why && !told.has(options)) {
    told.add(options);
    console.warn(`[consentry] ${why}: for this server nobody has decided.`);
  }
  return config;
}

/**
 * Reads the choice that a request carries. `header` is the text of its Cookie header; the options
 * are those of the page, because a choice counts only for what was asked.
 *
 * @param now milliseconds since 1970; default: the clock
 * @throws never: a cookie that cannot be read counts as none; of options by which none can count the console says why
 *
 * @example
 * import { readConsent } from "consentry/server";
 *
 * const options = { controller: { name: "Acme BV" } };
 * export function GET(request: Request): Response {
 *   const { permits } = readConsent(request.headers.get("cookie"), options);
 *   return new Response(permits("marketing") ? "with" : "without");
 * }
 */
export function readConsent<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  header: string | null | undefined,
  options: Options<Category, ServiceId, Named> & Known<NoInfer<Category>, NoInfer<Named>>,
  now: number = Date.now(),
): ServerConsent<Category, ServiceId> {
  const config = gateOf(options);
  const state = cookieState(header, config, now);
  return Object.defineProperty(
    { state } as ServerConsent as ServerConsent<Category, ServiceId>,
    "permits",
    {
      // @ts-expect-error unknown to the types: a polluted prototype adds nothing to the descriptor
      __proto__: null,
      value: (ids: string) => permits(state, ids),
    },
  );
}

/**
 * Prepares the question whether a visitor permits something, for calls that a server makes itself: the Measurement Protocol, a
 * server container, a conversions API. For PHP: `npx consentry policy --format php`.
 *
 * @param options those of the page, services as a list
 * @returns takes the text of a request's Cookie header and ids as `data-consent` has them
 * @throws never: a cookie that cannot be read permits nothing
 *
 * @example
 * import { createPermits } from "consentry/server";
 *
 * const permits = createPermits({ controller: { name: "Acme BV" }, categories: ["performance"] });
 * export async function count(request: Request): Promise<void> {
 *   if (!permits(request.headers.get("cookie"), "performance")) return;
 *   await fetch("https://www.google-analytics.com/mp/collect?measurement_id=G-1", { method: "POST" });
 * }
 */
export function createPermits<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  options: Options<Category, ServiceId, Named> & Known<NoInfer<Category>, NoInfer<Named>>,
): <Text extends string>(
  cookie: string | null | undefined,
  ids: Ids<Text, Category | ServiceId | "necessary">,
) => boolean {
  const config = gateOf(options);
  return (cookie, ids) => permits(cookieState(cookie, config, Date.now()), ids as string);
}
