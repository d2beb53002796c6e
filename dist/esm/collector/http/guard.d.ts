import type { Answering, Workshop } from "../context.ts";
/**
 * Lets in who shows the owner's token. Wrong tries are slowed down: twenty at once from one network,
 * then one a second, so that guessing is hopeless.
 */
export declare function guard({ ownerToken, now }: Workshop): (context: Answering) => void;
