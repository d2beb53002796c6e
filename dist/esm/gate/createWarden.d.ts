import type { ProblemCode } from "../core/problem.ts";
import { type Gate } from "./createGate.ts";
import type { Item } from "./item.ts";
/** What the warden needs of the world. */
export interface WardenEnv {
    gate: Gate;
    permits: (ids: string) => boolean;
    /** Puts up a placeholder; gives its undo. */
    place: (element: Element, ids: string, loadOnce: () => void) => () => void;
    report: (code: ProblemCode, at: string) => void;
}
/** Shuts what is no longer permitted. */
export interface Warden {
    /** Withholds one embed, with a placeholder where a visitor would notice. */
    shut(item: Item): void;
    /** Permissions changed: stops and withholds. `forget` ends every "this once". */
    withhold(forget: boolean): void;
    /** Permissions changed: releases. */
    release(): void;
    /** A script that others wait for hangs. */
    unstick(item: Item): void;
    destroy(): void;
}
export declare function createWarden({ gate, permits, place, report }: WardenEnv): Warden;
