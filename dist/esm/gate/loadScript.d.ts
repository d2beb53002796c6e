import type { Gate } from "./createGate.ts";
/** Loads scripts for services. */
export type LoadScript = (url: string, ids: string, attributes?: Record<string, string>) => Promise<void>;
/**
 * Makes what loads a script for a service as if the page had marked it: it waits for its grant, and a
 * withdrawal stops it on its way. Rejects when it fails. They are not the page's own, and go with `gone`.
 */
export declare function createLoadScript(gate: Gate, document: Document, gone: AbortSignal): LoadScript;
