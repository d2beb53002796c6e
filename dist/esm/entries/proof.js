export { createProofLog } from '../proof/createProofLog.js';
export { verifyChain } from '../record/verifyChain.js';
