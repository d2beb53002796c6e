/** Beside the script tag: fetched as `consentry.proof.js` when it is needed. */
export { createProofLog as default } from "../proof/createProofLog.ts";
