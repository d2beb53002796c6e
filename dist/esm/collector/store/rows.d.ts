import type { Attestation, Body, Count, Head, LeafRow, Notice } from "./store.ts";
/** A row as a database driver gives it: nothing about it is believed. */
export type Row = Readonly<Record<string, unknown>>;
/** A whole number that JavaScript holds exactly; PostgreSQL's driver gives 64-bit ones as text. */
export declare function toNumber(row: Row, column: string): number;
export declare function toText(row: Row, column: string): string;
export declare function toBytes(row: Row, column: string): Uint8Array;
export declare function toHead(row: Row): Head;
export declare function toLeaf(row: Row): LeafRow;
export declare function toBody(row: Row): Body;
export declare function toNotice(row: Row): Notice;
export declare function toCount(row: Row): Count;
export declare function toAttestation(row: Row): Attestation;
