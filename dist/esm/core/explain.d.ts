import type { Finding } from "./problem.ts";
/** The sentence for a finding. */
export declare function explain({ code, at }: Finding): string;
