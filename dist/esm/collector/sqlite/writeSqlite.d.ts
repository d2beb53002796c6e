import { type Head, type LeafRow, type Plan, type Wanted } from "../store/store.ts";
import type { Statements } from "./statements.ts";
/** The newest head. */
export declare function readHead(sql: Statements): Head;
/** Leaves from `start` up to `end`. */
export declare function readLeaves(sql: Statements, start: number, end: number): LeafRow[];
/** Looks up, plans and adds, inside a transaction that the caller has begun. */
export declare function writeSqlite(sql: Statements, wanted: Wanted, plan: Plan): Head;
