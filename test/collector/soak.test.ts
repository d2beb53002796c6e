import { describe, expect, it } from "vitest";
import { ambiguous } from "./soak/ambiguous.ts";
import { LIMITS } from "../../src/collector/http/limits.ts";
import { bodies } from "./soak/bodies.ts";
import { flood } from "./soak/flood.ts";
import { ownerRows } from "./soak/ownerRows.ts";
import { chaos } from "./soak/chaos.ts";
import { crash } from "./soak/crash.ts";
import { failover } from "./soak/failover.ts";
import { load } from "./soak/load.ts";
import { scale } from "./soak/scale.ts";
import { tamperLog, tamperProofs } from "./soak/tamper.ts";
import { postgresBin } from "./util/postgres.ts";

/** Short runs of the reliability commands; `docs/reliability.md` says how to run them in full. */
const none = { lost: 0, corrupt: 0, broken: 0 };

describe("crashes of SQLite, in short", { timeout: 120_000 }, () => {
  it("lose nothing acknowledged when the process is killed", async () => {
    expect(await crash({ crashes: 6, mode: "kill" })).toMatchObject({ crashes: 6, ...none });
  });

  it.each(["drop", "torn"] as const)(
    "lose nothing acknowledged when the power goes (%s)",
    async (mode) => {
      const so = await crash({ crashes: 4, mode });
      expect(so).toMatchObject(none);
      expect(so.acknowledged).toBeGreaterThan(0);
    },
  );

  it("do lose records in the control, where SQLite syncs less: the test can see loss", async () => {
    const so = await crash({ crashes: 4, mode: "drop", normal: true });
    expect(so.lost).toBeGreaterThan(0);
  });
});

describe("alterations, in short", { timeout: 120_000 }, () => {
  it("of proofs are never accepted", async () => {
    expect(await tamperProofs(1_000)).toEqual({ tried: 1_000, accepted: 0, misnamed: 0 });
  });

  it("of a stored log are found, and the first bad entry is named", async () => {
    expect(await tamperLog(150)).toEqual({ tried: 150, accepted: 0, misnamed: 0 });
  });
});

describe("faults on the way, in short", { timeout: 120_000 }, () => {
  it("lose and double no decision", async () => {
    const so = await chaos({ decisions: 400, share: 0.3, senders: 16 });
    expect(so).toMatchObject({ decisions: 400, lost: 0, duplicate: 0, verified: true });
    expect(so.faults).toBeGreaterThan(50);
  });
});

describe("strangers, in short", { timeout: 120_000 }, () => {
  it("who send without end are hung up on, in all five places that read what others say", async () => {
    const most = 64 * 2 ** 20;
    const places = await bodies(most);
    expect(places.map(({ place }) => place)).toHaveLength(5);
    // What was under way in the system's own buffers is counted too.
    expect(places.filter(({ taken }) => taken > most / 4)).toEqual([]);
  });

  it.each(["categories", "lines", "bytes", "notices", "slow"] as const)(
    "who flood from one network with %s turn no one else away, and fill nothing",
    async (kind) => {
      const seconds = 3;
      const so = await flood({ kind, seconds, perSecond: 50 });
      expect(so.turnedAway).toBe(0);
      expect(so.honest.length).toBeGreaterThan(2);
      // Burst and rate of the default limits, with time for the last ones to be answered.
      expect(so.stored).toBeLessThanOrEqual(LIMITS.burst + LIMITS.rate * (seconds + 30));
      expect(so.sent).toBeGreaterThan(seconds * 10);
    },
  );

  it("who filled the statistics for months do not keep the owner's page from opening", async () => {
    const { rows, looks } = await ownerRows(300_000);
    expect(rows).toBeGreaterThan(290_000);
    expect(looks.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});

describe("load and growth, in short", { timeout: 120_000 }, () => {
  it("are answered without a refusal", async () => {
    const so = await load({ seconds: 3, connections: 8, rate: 100 });
    expect(so.refused).toBe(0);
    expect(so.acknowledged).toBeGreaterThan(100);
  });

  it("leave logs of every size that verify", async () => {
    const steps = await scale([1_000, 4_000]);
    expect(steps.map(({ records, ok }) => [records, ok])).toEqual([
      [1_000, true],
      [4_000, true],
    ]);
  });
});

describe.runIf(postgresBin())("PostgreSQL, in short", { timeout: 180_000 }, () => {
  it("loses, doubles and falsely acknowledges nothing when commits are cut, refused, cancelled or lied about", async () => {
    const so = await ambiguous(30);
    expect(so).toMatchObject({ lost: 0, duplicate: 0, falselyAcknowledged: 0, verified: true });
  });

  it("does find records missing that a server confirmed and rolled back: the test can see loss", async () => {
    expect((await ambiguous(5, true)).falselyAcknowledged).toBeGreaterThan(0);
  });

  it("loses nothing acknowledged when the primary of three nodes dies", async () => {
    const so = await failover(1);
    expect(so).toMatchObject({ lost: 0, duplicate: 0, verified: true });
    expect(so.acknowledged).toBeGreaterThan(0);
  });

  it("does lose records in the control, asynchronous with standbys held back: the test can see loss", async () => {
    expect((await failover(1, true)).lost).toBeGreaterThan(0);
  });
});
