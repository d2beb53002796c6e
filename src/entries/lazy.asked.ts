/**
 * Beside `consentry/lazy`: where a visitor is asked. What decides is fetched from here and not from the core, because
 * some bundlers put into a file again what its importer does not have yet: the banner, which both need.
 */
import type { Engine } from "../engine/engine.ts";
import type { EngineUi } from "../engine/engineUi.ts";
import { whenUsed } from "../lib/whenUsed.ts";
import { host as createHost } from "./tag.banner.ts";

export { default } from "./tag.banner.ts";

/** Makes what a UI talks to: what only a choice needs waits for someone who could choose. */
export const host = (engine: Engine): EngineUi =>
  createHost({ ...engine, _parts: { ...engine._parts, _used: new Promise(whenUsed) } });

/** Fetches what decides and proves. */
export const decide = (): Promise<unknown> => import("./tag.decisions-proof.ts");
