/** The entry point `consentry/proof`: the log of decisions in the browser, and its check. */
export { createProofLog } from "../proof/createProofLog.ts";
export type { Entry, ProofEnv, ProofLog } from "../proof/proofLog.ts";
export type { ChainReport, ConsentRecord, SealedRecord } from "../record/consentRecord.ts";
export { verifyChain } from "../record/verifyChain.ts";
