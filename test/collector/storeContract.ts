import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hex } from "../../src/collector/log/entry.ts";
import { encodeLeaf, FLAGS } from "../../src/collector/log/leaf.ts";
import { EMPTY_ROOT, leafHash, nodeHash } from "../../src/collector/merkle/hash.ts";
import { rootAgain } from "../../src/collector/merkle/rootAgain.ts";
import { EMPTY } from "../../src/collector/merkle/frontier.ts";
import type { Body, LeafRow, Store } from "../../src/collector/store/store.ts";
import { StoreError } from "../../src/collector/store/storeError.ts";
import { sequence } from "../../src/collector/log/sequence.ts";
import { expectSightings, expectSums } from "./util/expectSums.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { bits, chain, sealed } from "./util/records.ts";

/** One filling of `Store` and how to handle it in tests. */
export interface Filling {
  /** Starts what it needs, once. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** Opens an empty log. `again` opens the same log once more, as another process would. */
  open(): Promise<{ store: Store; again(): Promise<Store>; remove(): Promise<void> }>;
  /** Whether two processes may write to one log. */
  sharedWriters: boolean;
}

/** What every store must do. */
export function storeContract(name: string, filling: Filling): void {
  describe(`${name} as a store`, () => {
    const log = identity();
    let opened: Awaited<ReturnType<Filling["open"]>>;
    let store: Store;
    beforeAll(async () => filling.start?.());
    afterAll(async () => {
      await opened?.remove();
      await filling.stop?.();
    });
    beforeEach(async () => {
      await opened?.remove();
      opened = await filling.open();
      store = opened.store;
    });
    const allBodies = async () => {
      const out: Body[] = [];
      for (let after = -1; ; after = out.at(-1)!.index) {
        const page = await store.bodies({}, after, 7);
        out.push(...page);
        if (page.length < 7) return out;
      }
    };

    it("begins empty", async () => {
      const head = await store.head();
      expect(head.frontier.size).toBe(0);
      expect(hex(head.root)).toBe(hex(EMPTY_ROOT));
      expect(head.note).toBe("");
      expect(await store.leaves(0, 10)).toEqual([]);
    });

    it("gives dense places in the order handed in, and a root over exactly those leaves", async () => {
      const first = await append(store, log, chain(3).map(entryOf));
      const second = await append(store, log, [noticeOf("shown"), entryOf(sealed())]);
      expect([...first, ...second].map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
      expect([...first, ...second].every(({ status }) => status == "stored")).toBe(true);
      const leaves = await store.leaves(0, 99);
      const hashes = leaves.map((leaf) => leafHash(encodeLeaf(leaf)));
      expect(leaves.map(({ leafHash: kept }) => hex(kept))).toEqual(hashes.map(hex));
      const head = await store.head();
      expect(hex(head.root)).toBe(hex(rootAgain(EMPTY, hashes)));
      expect(head.note.split("\n").slice(0, 3)).toEqual([
        log.origin,
        "5",
        Buffer.from(head.root).toString("base64"),
      ]);
      expect((await store.checkpoints(0, 9)).map(({ size }) => size)).toEqual([3, 5]);
      expect((await store.checkpoints(3, 9))[0]!.note).toBe(head.note);
    });

    it("is the same after it was closed and opened again", async () => {
      const records = chain(2);
      await append(store, log, records.map(entryOf));
      const before = await store.head();
      await store.close();
      store = await opened.again();
      expect(await store.head()).toEqual(before);
      expect((await allBodies()).map(({ text }) => text)).toEqual(records.map(({ text }) => text));
      await store.close();
    });

    it("knows a record it has, within a batch and after it, and keeps it once", async () => {
      const entry = entryOf(sealed());
      const once = await append(store, log, [entry, entry]);
      const again = await append(store, log, [entry]);
      expect([...once, ...again].map(({ status }) => status)).toEqual([
        "stored",
        "duplicate",
        "duplicate",
      ]);
      expect([...once, ...again].map(({ index }) => index)).toEqual([0, 0, 0]);
      expect((await store.head()).frontier.size).toBe(1);
    });

    it("keeps both records where an id is used with other bytes, and flags the second", async () => {
      const id = bits();
      const [one, two] = [sealed({ id }), sealed({ id, event: "refused" })];
      await append(store, log, [entryOf(one)]);
      const [verdict] = await append(store, log, [entryOf(two)]);
      expect(verdict!.status).toBe("conflict");
      expect((await allBodies()).map(({ text }) => text)).toEqual([one.text, two.text]);
      expect((await store.leaves(1, 2))[0]!.flags & FLAGS.conflict).toBeTruthy();
    });

    it("flags gaps, forks, clocks, scripts and unknown notices, and nothing else", async () => {
      const now = Date.parse("2026-11-22T12:00:00Z");
      const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
      const notice = noticeOf("what was shown");
      const shown = { notice: hex(notice.hash), at: at(0) };
      const [first, second] = chain(2, shown);
      const { subject } = first!;
      const cases = [
        [first!, 0],
        [second!, 0],
        [sealed({ ...shown, subject, sequence: 1 }, first!.hash), FLAGS.fork],
        [sealed({ ...shown, subject }), FLAGS.fork],
        [sealed({ ...shown, subject, page: "https://other.example/" }), 0],
        [sealed({ ...shown, sequence: 7 }, "cd".repeat(32)), FLAGS.gap],
        [sealed({ ...shown, at: at(6) }), FLAGS.ahead],
        [sealed({ ...shown, at: at(-6) }), FLAGS.late],
        [sealed({ ...shown, trusted: false }), FLAGS.untrusted],
        [sealed({ at: at(0) }), FLAGS.noticeless],
      ] as const;
      const entries = cases.map(([record]) => entryOf(record));
      await append(store, log, [notice], () => now);
      // Half in one batch, half one by one: what a batch knows of itself must count too.
      await append(store, log, entries.slice(0, 5), () => now);
      for (const entry of entries.slice(5)) await append(store, log, [entry], () => now);
      const flags = (await store.leaves(1, 99)).map((leaf) => leaf.flags);
      expect(flags).toEqual(cases.map(([, expected]) => expected));
    });

    it("erases a visitor's records and leaves the log as it was", async () => {
      const [mine, other] = [chain(3), chain(2)];
      await append(store, log, [...mine, ...other].map(entryOf));
      const before = await store.head();
      expect(await store.erase({ subject: mine[0]!.subject })).toEqual({ count: 3, held: false });
      expect((await allBodies()).map(({ id }) => id)).toEqual(other.map(({ id }) => id));
      expect(await store.head()).toEqual(before);
      expect(await store.leaves(0, 9)).toHaveLength(5);
      // A browser that sends an erased record again does not bring it back.
      expect((await append(store, log, [entryOf(mine[1]!)]))[0]).toMatchObject({
        status: "duplicate",
        index: 1,
      });
      expect(await allBodies()).toHaveLength(2);
    });

    it("erases what is older than the retention", async () => {
      const [old, fresh] = [sealed(), sealed()];
      await append(store, log, [entryOf(old)], () => 1_000);
      await append(store, log, [entryOf(fresh)], () => 2_000);
      expect(await store.erase({ receivedBefore: 2_000 })).toMatchObject({ count: 1 });
      expect((await allBodies()).map(({ id }) => id)).toEqual([fresh.id]);
    });

    it("finds bodies by subject, period and notice", async () => {
      const notice = noticeOf("another banner");
      const [one, two] = [sealed(), sealed({ notice: hex(notice.hash) })];
      await append(store, log, [entryOf(one)], () => 1_000);
      await append(store, log, [entryOf(two), notice], () => 2_000);
      const ids = async (filter: Parameters<Store["bodies"]>[0]) =>
        (await store.bodies(filter, -1, 9)).map(({ id }) => id);
      expect(await ids({ subject: one.subject })).toEqual([one.id]);
      expect(await ids({ from: 1_001 })).toEqual([two.id]);
      expect(await ids({ to: 2_000 })).toEqual([one.id]);
      expect(await ids({ notice: notice.hash })).toEqual([two.id]);
      const notices = await store.notices(-1, 9);
      expect(notices.map(({ index, hash, text }) => [index, hex(hash), text])).toEqual([
        [2, hex(notice.hash), notice.text],
      ]);
    });

    it("keeps the roots of full tiles", async () => {
      const notices = Array.from({ length: 600 }, (_, i) => noticeOf(`notice ${i}`));
      await append(store, log, notices.slice(0, 250));
      await append(store, log, notices.slice(250));
      const leaves = await store.nodes(0, 0, 600);
      expect(leaves).toHaveLength(600);
      const level8 = await store.nodes(8, 0, 9);
      expect(level8.map(hex)).toEqual(
        [0, 1].map((tile) => hex(rootAgain(EMPTY, leaves.slice(tile * 256, tile * 256 + 256)))),
      );
      expect(await store.nodes(0, 3, 5)).toEqual(leaves.slice(3, 5));
      expect(hex(nodeHash(level8[0]!, level8[1]!))).toBe(
        hex(rootAgain(EMPTY, leaves.slice(0, 512))),
      );
    });

    it("adds a banner up from any day on, as its days say, whatever the months are", () =>
      expectSums(store));
    it("adds up what the leak monitor saw, by day, site and line", () => expectSightings(store));
    it("counts events and choices by day, site and banner, and goes on counting after an erasure", async () => {
      const notice = noticeOf("banner");
      const given = sealed({ notice: hex(notice.hash) });
      const now = () => Date.parse("2026-11-22T23:59:59Z");
      await append(store, log, [notice, entryOf(given)], now);
      await append(store, log, [entryOf(sealed({ notice: hex(notice.hash) }))], now);
      await store.erase({ subject: given.subject });
      const base = { day: "2026-11-22", site: "shop.example", notice: hex(notice.hash), n: 2 };
      const counts = await store.counts(null, 99);
      expect(counts).toHaveLength(4);
      for (const what of ["event:given", "yes:necessary", "yes:performance", "no:marketing"]) {
        expect(counts).toContainEqual({ ...base, name: what });
      }
      expect(await store.counts(counts[1]!, 99)).toEqual(counts.slice(2));
      expect(await store.sums("2026-11-22", "2026-11-23", "")).toContainEqual({
        day: "2026-11-22",
        name: "yes:performance",
        n: 2,
      });
      expect(await store.sums("2026-11-23", "2026-11-24", "")).toEqual([]);
    });

    it("keeps nothing of an addition whose seal finds something else than was planned", async () => {
      const { wanted, plan } = sequence([entryOf(sealed())], log, Date.now);
      const alterations: ((row: LeafRow) => LeafRow)[] = [
        (row) => ({ ...row, flags: row.flags ^ 1 }),
        (row) => ({ ...row, leafHash: row.hash }),
        (row) => ({ ...row, index: row.index + 1 }),
      ];
      for (const alter of alterations) {
        const altered = store.write(wanted, (seen) => {
          const addition = plan(seen)!;
          return { ...addition, seal: (written) => addition.seal(written.map(alter)) };
        });
        await expect(altered).rejects.toMatchObject({ name: "StoreError", problem: "broken" });
      }
      expect((await store.head()).frontier.size).toBe(0);
      expect(await store.leaves(0, 9)).toEqual([]);
    });

    it("refuses rows that cannot be, keeps nothing of them, and goes on", async () => {
      const good = entryOf(sealed());
      const { wanted, plan } = sequence([good], log, Date.now);
      const twice = store.write(wanted, (seen) => {
        const addition = plan(seen)!;
        return { ...addition, bodies: [...addition.bodies, ...addition.bodies] };
      });
      await expect(twice).rejects.toBeInstanceOf(StoreError);
      await expect(twice).rejects.toMatchObject({ problem: "unstorable" });
      expect((await store.head()).frontier.size).toBe(0);
      expect((await append(store, log, [good]))[0]!.status).toBe("stored");
    });

    it("keeps what others attest, newest first", async () => {
      expect(await store.attestation("cosigned")).toBeNull();
      await store.attest({ kind: "cosigned", size: 3, data: "three" });
      await store.attest({ kind: "cosigned", size: 11, data: "eleven" });
      await store.attest({ kind: "rfc3161", size: 99, data: "stamp" });
      await store.attest({ kind: "cosigned", size: 11, data: "eleven, twice" });
      expect(await store.attestation("cosigned")).toEqual({
        kind: "cosigned",
        size: 11,
        data: "eleven, twice",
      });
    });

    it("keeps the first value claimed under a name", async () => {
      expect(await store.claim("origin", "a")).toBe("a");
      expect(await store.claim("origin", "b")).toBe("a");
      await store.claim("key two", "2");
      await store.claim("key one", "1");
      expect(await store.claims("key ")).toEqual([
        { name: "key one", value: "1" },
        { name: "key two", value: "2" },
      ]);
    });

    it("answers a ping while it can commit", async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    it.runIf(filling.sharedWriters)(
      "takes two writers at once without a gap or a double",
      async () => {
        const other = await opened.again();
        const entries = Array.from({ length: 60 }, () => entryOf(sealed()));
        const shared = entryOf(sealed());
        const outcomes = await Promise.all(
          entries.map((entry, i) => append(i % 2 ? store : other, log, [entry, shared])),
        );
        const places = new Set(outcomes.map(([verdict]) => verdict!.index));
        expect(places.size).toBe(60);
        expect(outcomes.filter(([, verdict]) => verdict!.status == "stored")).toHaveLength(1);
        const leaves = await store.leaves(0, 99);
        expect(leaves.map(({ index }) => index)).toEqual(Array.from({ length: 61 }, (_, i) => i));
        const hashes = leaves.map((leaf) => leaf.leafHash);
        expect(hex((await other.head()).root)).toBe(hex(rootAgain(EMPTY, hashes)));
        await other.close();
      },
    );
  });
}
