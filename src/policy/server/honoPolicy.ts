import type { Options } from "../../core/config/options.ts";
import type { PolicyBase } from "../policyBase.ts";
import { createCover } from "./createCover.ts";
import { coverResponse, type BaseFor } from "./withPolicy.ts";

/** As much of Hono's context as is used. */
export interface HonoContext {
  req: { raw: Request };
  res: Response;
}

/**
 * Middleware for Hono. See `withPolicy`.
 *
 * @throws never
 * @example
 * import { honoPolicy } from "consentry/policy";
 *
 * const options = { controller: { name: "Acme BV" } };
 * export const middleware = honoPolicy(options, { policy: "default-src 'self'" });
 */
export function honoPolicy(
  options: Options,
  base: BaseFor<Request> = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<void> {
  const cover = typeof base == "function" ? null : createCover(options, base);
  return async (context, next) => {
    await next();
    const { raw } = context.req;
    const covers = cover ?? createCover(options, (base as (request: Request) => PolicyBase)(raw));
    const answer = coverResponse(raw, context.res, covers);
    // Hono adds the headers of the answer before to the one that follows it: let none be left.
    context.res = undefined as unknown as Response;
    context.res = answer;
  };
}
