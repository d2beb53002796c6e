import type { ProofEnv, ProofLog } from "./proofLog.ts";
/** Makes a log. Making it touches nothing; `ProofLog` says what does. */
export declare function createProofLog(env: ProofEnv): ProofLog;
