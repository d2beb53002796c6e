import type { SightingCount } from "./sighting.ts";
import type { Attestation, Body, Count, Head, LeafRow, Namer, Notice } from "./store.ts";
import { unpackFrontier } from "../merkle/frontier.ts";
import { NOTICE, RECORD } from "../log/leaf.ts";
import { StoreError } from "./storeError.ts";

/** A row as a database driver gives it: nothing about it is believed. */
export type Row = Readonly<Record<string, unknown>>;

const broken = (column: string) =>
  new StoreError("broken", `column ${column} holds something else`);

/** A whole number that JavaScript holds exactly; PostgreSQL's driver gives 64-bit ones as text. */
export function toNumber(row: Row, column: string): number {
  const value = Number(row[column]);
  if (row[column] == null || !Number.isSafeInteger(value)) throw broken(column);
  return value;
}

export function toText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value != "string") throw broken(column);
  return value;
}

export function toBytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw broken(column);
  return value;
}

export function toHead(row: Row): Head {
  const [size, edge] = [toNumber(row, "size"), toBytes(row, "frontier")];
  let frontier;
  try {
    frontier = unpackFrontier(size, edge);
  } catch {
    throw broken("frontier");
  }
  return {
    frontier,
    root: toBytes(row, "root"),
    note: toText(row, "note"),
  };
}

export function toLeaf(row: Row): LeafRow {
  const kind = toNumber(row, "kind");
  if (kind != RECORD && kind != NOTICE) throw broken("kind");
  return {
    index: toNumber(row, "idx"),
    kind,
    site: toText(row, "site"),
    hash: toBytes(row, "hash"),
    received: toNumber(row, "received"),
    flags: toNumber(row, "flags"),
    leafHash: toBytes(row, "leaf_hash"),
  };
}

export function toBody(row: Row): Body {
  return {
    index: toNumber(row, "idx"),
    id: toText(row, "id"),
    subject: toText(row, "subject"),
    site: toText(row, "site"),
    previous: toBytes(row, "previous"),
    received: toNumber(row, "received"),
    event: toText(row, "event"),
    notice: toBytes(row, "notice"),
    text: toText(row, "text"),
  };
}

export function toNotice(row: Row): Notice {
  return {
    index: toNumber(row, "idx"),
    hash: toBytes(row, "hash"),
    text: toText(row, "text"),
  };
}

export function toNamer(row: Row): Namer {
  return {
    site: toText(row, "site"),
    received: toNumber(row, "received"),
    text: toText(row, "text"),
  };
}

export function toCount(row: Row): Count {
  return {
    day: toText(row, "day"),
    site: toText(row, "site"),
    notice: toText(row, "notice"),
    name: toText(row, "name"),
    n: toNumber(row, "n"),
  };
}

export function toAttestation(row: Row): Attestation {
  const kind = toText(row, "kind");
  if (kind != "cosigned" && kind != "rfc3161") throw broken("kind");
  return { kind, size: toNumber(row, "size"), data: toText(row, "data") };
}

export const toSighting = (row: Row): SightingCount => ({
  day: toText(row, "day"),
  site: toText(row, "site"),
  release: toText(row, "release"),
  service: toText(row, "service"),
  kind: toText(row, "kind"),
  what: toText(row, "what"),
  page: toText(row, "page"),
  n: toNumber(row, "n"),
});
