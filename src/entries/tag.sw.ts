/** `consentry.sw.js`: the hard gate of a site on a static host. */
import { policyWorker, type WorkerScope } from "../policy/worker/policyWorker.ts";

policyWorker(globalThis as unknown as WorkerScope);
