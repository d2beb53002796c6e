/**
 * Beside `consentry/lazy`: where a visitor is asked. What decides is fetched from here and not from the core, because
 * some bundlers put into a file again what its importer does not have yet: the banner, which both need.
 */
export { default, host } from "./tag.banner.ts";

/** Fetches what decides and proves. */
export const decide = (): Promise<unknown> => import("./tag.decisions-proof.ts");

export { untilUsed } from "../lib/untilUsed.ts";
