import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { readKey } from "../../src/verify/openNote.ts";
import { verifyVisitor } from "../../src/verify/verifyVisitor.ts";
import { createProofLog } from "../../src/proof/createProofLog.ts";
import type { DeliveryStatus, ProofEnv } from "../../src/proof/proofLog.ts";
import { proofEntry, randomBytes } from "../util/proofEntry.ts";
import { bench, type Bench } from "./util/collector.ts";
import { ORIGIN } from "./util/records.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench();
});
afterAll(() => desk.remove());

/** A page's log whose requests the collector answers. */
function page() {
  const bodies: string[] = [];
  const statuses: DeliveryStatus[] = [];
  const report = vi.fn<ProofEnv["report"]>();
  const log = createProofLog({
    indexedDB: undefined,
    localStorage: Object.create(null) as Storage,
    locks: undefined,
    fetch: async (url, init) => {
      const request = new Request(String(url), init);
      request.headers.set("Origin", ORIGIN);
      bodies.push(await request.clone().text());
      return desk.collector(request);
    },
    now: () => Date.now(),
    random: randomBytes,
    collector: "https://collector.example/v1/records",
    window: undefined,
    onDelivery: (status) => statuses.push(status),
    report,
  });
  return { log, bodies, statuses, report };
}

const now = (fields: object = {}) => proofEntry({ at: Date.now(), page: `${ORIGIN}/`, ...fields });
const settled = { pending: 0, quarantined: 0, error: null };

describe("the browser's log and the collector", () => {
  it("agree on records, snapshots and receipts", async () => {
    const { log, bodies, statuses } = page();
    const notice = JSON.stringify({ title: "Cookies?", id: randomBytes(4).join() });
    await log.append(now({ notice }));
    await vi.waitFor(() => expect(statuses.at(-1)).toEqual(settled));
    // The first record of a notice makes the collector ask for its words, and only the first.
    expect(bodies.map((body) => Object.keys(JSON.parse(body) as object))).toEqual([
      ["text", "hash"],
      ["notice"],
    ]);
    await log.append(now({ notice, event: "withdrawn" }));
    await vi.waitFor(() => expect(statuses).toHaveLength(2));
    expect(bodies).toHaveLength(3);

    const lines = (await log.export()).trim().split("\n");
    const keys = desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
    expect(await verifyVisitor(lines, keys, nodePrimitives)).toMatchObject({
      ok: true,
      records: 2,
      notices: 1,
      receipts: 2,
    });
    log.close();
  });

  it("puts aside what the collector refuses for good, and sends the others", async () => {
    const { log, statuses, report } = page();
    const foreign = await log.append(now({ page: "https://elsewhere.example/" }));
    await log.append(now());
    await vi.waitFor(() => expect(statuses.at(-1)).toEqual({ ...settled, quarantined: 1 }));
    expect(report).toHaveBeenCalledWith("record-refused", `${foreign.id}: wrong-site`);
    log.close();
  });
});
