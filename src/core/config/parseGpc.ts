import { isId } from "../../lib/isId.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import type { Note } from "../problems/problem.ts";

/**
 * The categories that a browser's Global Privacy Control refuses. The signal objects to data being sold or
 * shared across contexts (https://www.w3.org/TR/gpc/): marketing, unless the site names others.
 */
export function parseGpc(input: unknown, note: Note): readonly string[] {
  const given = own(input, "gpc");
  if (given === undefined) return ["marketing"];
  const list = listOf(given, 40);
  if (!list?.every(isId)) note("wrong-type", "gpc");
  return list?.filter(isId) ?? ["marketing"];
}
