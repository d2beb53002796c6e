import { type GateConfig } from "./config.ts";
import type { State } from "./state.ts";
/** The cookie value of a decided state: categories, and the services that differ from theirs. */
export declare function toCookie(state: State, config: GateConfig): string;
