import type { Answering, Workshop } from "../context.ts";
import { hasToken } from "./hasToken.ts";
import { Refusal } from "./refusal.ts";
import { networkOf, tokenBuckets } from "./tokenBuckets.ts";

/**
 * Lets in who shows the owner's token. Wrong tries are slowed down: twenty at once from one network,
 * then one a second, so that guessing is hopeless.
 */
export function guard({ ownerToken, now }: Workshop): (context: Answering) => void {
  const allow = tokenBuckets(1, 20);
  return (context) => {
    if (hasToken(context.req.header("authorization"), ownerToken)) return;
    if (!allow(networkOf(context.env?.ip), now())) throw new Refusal(429, "too-many-requests", 60);
    throw new Refusal(401, "token-required");
  };
}
