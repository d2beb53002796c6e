import { describe, expect, it } from "vitest";
import { ambiguous } from "./soak/ambiguous.ts";
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
