import { describeRecord, type Described } from "../../record/describeRecord.ts";
import { parseRecord } from "../../record/parseRecord.ts";
import { recordHash } from "../../record/recordHash.ts";
import { hex } from "../log/entry.ts";
import type { Store } from "../store/store.ts";

/** A visitor's record as the owner reads it. */
export interface Found extends Described {
  /** Where it is in the log, since when, and whether its text gives the hash that was signed there. */
  verdict: string;
}

const MOST = 100; // records shown

/**
 * A visitor's records, oldest first, by the consent id or the id of any of them, as the receipt shows them; empty where
 * there are none. An id that several visitors' records have finds all of them.
 */
export async function findRecords(store: Store, id: string): Promise<Found[]> {
  const own = await store.bodies({ subject: id }, -1, MOST);
  const subjects = own.length ? [] : await store.subjectsOf(id);
  const others = await Promise.all(subjects.map((subject) => store.bodies({ subject }, -1, MOST)));
  const found: Found[] = [];
  for (const body of [...own, ...others.flat()].slice(0, MOST)) {
    const record = parseRecord(body.text);
    if (typeof record == "string") continue; // Cannot be: only parsed records are stored.
    const [leaf] = await store.leaves(body.index, body.index + 1);
    const isSame = leaf && recordHash(body.text, record.previous) == hex(leaf.hash);
    const received = new Date(body.received).toISOString();
    found.push({
      ...describeRecord(record, await store.noticeText(body.notice)),
      verdict:
        `entry ${body.index} of the log, received ${received}; its text ` +
        (isSame ? "gives the hash that was signed" : "is NOT what was signed"),
    });
  }
  return found;
}
