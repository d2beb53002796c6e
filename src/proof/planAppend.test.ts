import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NOON, proofEntry, randomBytes } from "../../test/util/proofEntry.ts";
import type { ConsentRecord } from "../record/consentRecord.ts";
import { verifyChain } from "../record/verifyChain.ts";
import { draftOf } from "./draftOf.ts";
import type { Entry } from "./entry.ts";
import { endOf, type End } from "./endOf.ts";
import { planAppend, type SealFacts } from "./planAppend.ts";
import { chainOf, type Rows, type Store } from "./recordStore.ts";

const DAY = 86_400_000;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Stores as plain lists in the order of keys, and an append that applies its own plan. */
function log(facts: Partial<SealFacts> = {}, remember = false) {
  let known: End | undefined;
  const stores = new Map<Store, Map<string, Rows[Store]>>();
  const rows = <S extends Store>(store: S): Rows[S][] =>
    [...(stores.get(store) ?? new Map<string, Rows[S]>())]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row as Rows[S]);
  return {
    rows,
    set: <S extends Store>(store: S, list: Rows[S][]) =>
      stores.set(store, new Map(list.map((row) => [row.key, row]))),
    append(entry: Partial<Entry> = {}) {
      const full = proofEntry(entry);
      const found = endOf(rows("heads"), rows("records"), known);
      const plan = planAppend(draftOf(full, sha256(full.notice)), found, {
        notice: full.notice,
        random: randomBytes(64),
        deliver: false,
        ...facts,
      });
      for (const [store, row] of plan.changes) {
        const kept = stores.get(store) ?? new Map<string, Rows[Store]>();
        if (typeof row != "string") kept.set(row.key, row);
        stores.set(store, kept);
      }
      if (remember) known = plan.end;
      return plan.end.last;
    },
    verify: (chain: number) =>
      verifyChain(
        rows("records").filter((row) => chainOf(row) == chain),
        rows("heads").find((row) => chainOf(row) == chain)?.hash ?? null,
      ),
  };
}

describe("planAppend", () => {
  it("begins a chain at 0 without a previous hash, and continues it", () => {
    const it = log();
    const records = [it.append(), it.append({ event: "changed" }), it.append()];
    expect(records.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(records.map(({ previous }) => previous)).toEqual([
      null,
      records[0]!.hash,
      records[1]!.hash,
    ]);
    expect(it.verify(0)).toMatchObject({ ok: true, length: 3 });
    expect(new Set(records.map(({ id }) => id)).size).toBe(3);
    expect(new Set(records.flatMap(({ id, salt }) => [id, salt])).size).toBe(6);
  });

  it("names the record first whose place another page may have taken", () => {
    const it = log({ deliver: true });
    it.append();
    const end = endOf(it.rows("heads"), it.rows("records"));
    for (const at of [NOON, NOON + 400 * DAY]) {
      const facts = { notice: "shown", random: randomBytes(64), deliver: true };
      const { changes } = planAppend(draftOf(proofEntry({ at }), "ab".repeat(32)), end, facts);
      expect(changes[0]).toMatchObject(["records", { key: "00000000/00000001" }]);
    }
  });

  it("keeps what was shown once for each hash, and nothing where nothing was shown", () => {
    const it = log();
    const { notice } = it.append();
    it.append();
    it.append({ notice: "" });
    expect(it.rows("notices")).toEqual([{ key: notice, text: proofEntry().notice }]);
  });

  it("carries on with the subject of the chain, whatever the caller knows of it", () => {
    const it = log();
    const first = it.append({ subject: "first-subject" });
    expect(first.subject).toBe("first-subject");
    expect(it.append({ subject: "another-subject" }).subject).toBe("first-subject");
    const later = it.append({ at: NOON + 400 * DAY, subject: "a-third-subject" });
    expect(later.subject).toBe("first-subject");
    expect(it.verify(0)).toMatchObject({ ok: true, length: 4 });
  });

  it("puts a copy into the outbox only where there is a collector", () => {
    const quiet = log();
    quiet.append();
    expect(quiet.rows("outbox")).toEqual([]);
    const loud = log({ deliver: true });
    const { id, text, hash } = loud.append();
    expect(loud.rows("outbox")).toEqual([expect.objectContaining({ id, text, hash })]);
    expect(loud.rows("outbox")).toEqual(loud.rows("records"));
  });

  it("keeps origin and path of the page, never its query or fragment", () => {
    const it = log();
    const page = "https://shop.example/a%3Fb";
    for (const tail of ["", "?q=secret", "#secret", "?q\n=secret#x", "#a?b"]) {
      expect(it.append({ page: page + tail }).page).toBe(page);
    }
  });

  it("refuses an impossible date", () => {
    expect(() => log().append({ at: Number.NaN })).toThrow(RangeError);
  });

  describe("when the last choice has ended", () => {
    const later = NOON + 181 * DAY;

    it("seals first a record that says so", () => {
      const it = log({ deliver: true });
      const first = it.append({ revision: 3 });
      const renewed = it.append({ at: later, event: "renewed", revision: 4, language: "nl" });
      const [, lapse] = it.rows("records").map(({ text }) => JSON.parse(text) as ConsentRecord);
      expect(lapse).toMatchObject({
        sequence: 1,
        previous: first.hash,
        event: "expired",
        method: "lapse",
        subject: first.subject,
        at: new Date(later).toISOString(),
        expires: first.expires,
        categories: { necessary: true, performance: false, marketing: false },
        services: {},
        notice: first.notice,
        revision: 3,
        trusted: false,
      });
      expect(renewed).toMatchObject({ sequence: 2, event: "renewed", revision: 4 });
      expect(it.rows("outbox")).toHaveLength(3);
      expect(it.verify(0)).toMatchObject({ ok: true, length: 3 });
    });

    it("says it once, and not on the last day", () => {
      const it = log();
      const { expires } = it.append();
      it.append({ at: Date.parse(expires) });
      expect(it.rows("records")).toHaveLength(2);
      it.append({ event: "expired", at: NOON, expiresAt: NOON });
      it.append({ at: later });
      expect(it.rows("records")).toHaveLength(4);
    });

    it("says it of a refusal too", () => {
      const it = log();
      it.append({ event: "refused", categories: { necessary: true, performance: false } });
      it.append({ at: later });
      expect(it.rows("records")).toHaveLength(3);
    });
  });

  describe("when the stored chain does not fit together", () => {
    const cases: [string, (it: ReturnType<typeof log>) => void][] = [
      [
        "a changed text",
        (it) => {
          const [a, b, c] = it.rows("records");
          it.set("records", [a!, { ...b!, text: b!.text.replace("given", "refused") }, c!]);
        },
      ],
      [
        "a changed hash",
        (it) => {
          const [a, b, c] = it.rows("records");
          it.set("records", [a!, b!, { ...c!, hash: "00".repeat(32) }]);
        },
      ],
      ["a missing record", (it) => it.set("records", it.rows("records").toSpliced(1, 1))],
      ["a missing newest record", (it) => it.set("records", it.rows("records").slice(0, 2))],
      ["no records, but a head", (it) => it.set("records", [])],
      ["records, but no head", (it) => it.set("heads", [])],
      ["a head that is noise", (it) => it.set("heads", [{ key: "00000000" } as Rows["heads"]])],
      [
        "a record that is noise",
        (it) => it.set("records", [{ key: "00000000/00000000" } as Rows["records"]]),
      ],
    ];

    it.each(cases)("leaves it and begins the next chain: %s", (_name, harm) => {
      const it = log();
      for (let i = 0; i < 3; i++) it.append();
      harm(it);
      const kept = it.rows("records");
      const record = it.append();
      expect(record).toMatchObject({ sequence: 0, previous: null });
      expect(it.rows("records").slice(0, kept.length)).toEqual(kept);
      expect(it.append()).toMatchObject({ sequence: 1, previous: record.hash });
      expect(it.verify(1)).toMatchObject({ ok: true, length: 2 });
      expect(it.verify(0).ok).toBe(false);
    });
  });

  describe("with an end that is known", () => {
    it("goes on from there, also when another page went on meanwhile", () => {
      const it = log({}, true);
      it.append();
      const other = log();
      other.set("records", it.rows("records"));
      other.set("heads", it.rows("heads"));
      const last = [other.append(), other.append()].at(-1)!;
      it.set("records", other.rows("records"));
      it.set("heads", other.rows("heads"));
      expect(it.append()).toMatchObject({ sequence: 3, previous: last.hash });
      expect(it.verify(0)).toMatchObject({ ok: true, length: 4 });
    });

    it("begins the next chain when what came after it does not fit", () => {
      const it = log({}, true);
      it.append();
      const [row] = it.rows("records");
      it.set("records", [row!, { ...row!, key: "00000000/00000001" }]);
      expect(it.append()).toMatchObject({ sequence: 0, previous: null });
    });

    it("begins again when all was deleted meanwhile", () => {
      const it = log({}, true);
      it.append();
      it.append();
      it.set("records", []);
      it.set("heads", []);
      expect(it.append()).toMatchObject({ sequence: 0, previous: null });
      expect(it.verify(0)).toMatchObject({ ok: true, length: 1 });
    });

    it("does not compute again what lies before it", () => {
      const it = log({}, true);
      it.append();
      it.append();
      const [first, ...others] = it.rows("records");
      it.set("records", [{ ...first!, text: "altered" }, ...others]);
      expect(it.append()).toMatchObject({ sequence: 2 });
      expect(it.verify(0)).toMatchObject({ ok: false, firstBad: 0 });
    });
  });
});
