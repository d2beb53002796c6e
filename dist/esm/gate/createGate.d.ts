import type { ProblemCode } from "../core/problem.ts";
import { type Item } from "./item.ts";
import { type ScriptQueue } from "./scriptQueue.ts";
/** What the gate needs of the world. */
export interface GateEnv {
    window: Window & typeof globalThis;
    /** Out of reach of markup (`safeDocument`). */
    document: Document;
    /** Whether everything that a `data-consent` attribute names is permitted now. */
    permits: (ids: string) => boolean;
    /** CSP nonce for scripts that carry none, or empty. */
    nonce: string;
    report: (code: ProblemCode, at: string) => void;
    /** An embed is not permitted and wants more than to be left alone (`createWarden`). */
    onShut: (item: Item) => void;
    /** A script that others wait for hangs (`unstick`). */
    onHang: (item: Item) => void;
    /** Scripts are to start that may come too late for the page's events (`queue.late`, then `queue.pump`). */
    onLate: () => void;
    /** Markup that someone else fills in appeared: toggles, declarations, receipts. */
    onMarkup: (element: Element) => void;
    /** Anything was inserted into the page. */
    onInsert: () => void;
    /** Milliseconds that a script may take before the next one is let through. */
    patience: number;
    /** Aborted at the end: nothing is looked at or started any more. */
    end: AbortController;
}
/** The lock: releases what a page marked, once it is permitted. What is shut again, the warden shuts. */
export interface Gate {
    /** Looks at the whole page and at everything inserted from now on. */
    start(): void;
    /** Also looks into a shadow root (or another part of a document). Gives the undo. */
    observe(root: Node & ParentNode): () => void;
    /** Every marked element that is still alive. */
    items(): Item[];
    /** Takes note of one marked element. */
    meet(element: Element): void;
    open(item: Item): void;
    readonly queue: ScriptQueue;
    /** Whether a script that needs `id` has run on this page: only a reload unloads it. */
    hasRun(id: string): boolean;
}
/** Makes the lock. Nothing is touched before `start`. */
export declare function createGate(env: GateEnv): Gate;
/** `data-run="each"`: runs again on each grant. */
export declare function runsEach(element: Element): boolean;
