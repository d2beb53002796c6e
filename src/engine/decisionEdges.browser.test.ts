// What follows from a decision, at the edges: what is loaded this once, what waits for the disk, what is erased, who is asked.
import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { ACME, locationWith, useEnginePage, windowWith } from "../../test/util/enginePage.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { CHANNEL, OUTBOX } from "../core/config/names.ts";
import type { UiHost } from "../core/config/parts.ts";
import { diagnostics } from "./diagnostics.ts";
import { createProofLog } from "../proof/createProofLog.ts";
import type { ProofEnv } from "../proof/proofLog.ts";

const its = useEnginePage();
const KEEP = { ...ACME, reload: "never" };
/** What is stored after a choice. */
const text = (isAll: boolean): string => {
  const { engine, choose } = bareEngine(ACME);
  const { _after } = choose({ performance: isAll, marketing: isAll });
  return toCookie({ ..._after, decidedAt: Date.now() }, engine._config);
};
/** Another tab: it stores a text, and says that something changed. */
const elsewhere = (isAll: boolean): void => {
  its.store(text(isAll));
  tell("");
};
const tell = (message: string): void => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(message);
  channel.close();
};
const shown = async (): Promise<UiHost> => {
  await expect.poll(() => its.said).toContain("show banner");
  return its.hosts.at(-1)!;
};
/** The log of what is decided from now on, which writes nothing until it is told to. */
function slowDisk(isSlow = () => true) {
  let write = (): void => {};
  const written = new Promise<void>((resolve) => (write = resolve));
  let asked = 0;
  its.files["proof"] = (env: ProofEnv) => {
    const log = createProofLog({ ...env, indexedDB: undefined, localStorage: undefined });
    return {
      ...log,
      async append(entry: Parameters<typeof log.append>[0]) {
        if (isSlow()) {
          asked++;
          await written;
        }
        return log.append(entry);
      },
    };
  };
  return { asked: () => asked, write };
}
const order = { kind: "reject-all", source: "banner" } as never;
const click = new Event("click");

describe("an embed that is loaded this once", () => {
  /** It stands there, loaded by its placeholder, and a script that needs the same has run. */
  const loaded = async (): Promise<HTMLElement> => {
    its.start(KEEP);
    its.put('<script type="text/plain" data-consent="marketing">ran.push("box")</script>');
    const frame = its.put(
      '<iframe data-consent="marketing" data-src="/test/util/empty.html"></iframe>',
    );
    await expect.poll(() => its.stage.querySelector("aside")).not.toBeNull();
    its.stage.querySelector("aside")!.click();
    expect(frame.hasAttribute("src")).toBe(true);
    await expect.poll(() => its.ran).toEqual(["box"]);
    return frame;
  };

  it.each<[what: string, end: () => unknown]>([
    ["all is refused", () => its.consent.rejectAll()],
    ["consent is withdrawn", () => its.consent.withdraw()],
    ["another tab takes something away", () => elsewhere(false)],
  ])("outlives another choice, and ends where %s", async (_, end) => {
    const frame = await loaded();
    await its.consent.save({ performance: true });
    expect(frame.hasAttribute("src")).toBe(true);
    await end();
    await expect.poll(() => frame.hasAttribute("src")).toBe(false);
  });

  it("ends where the first answer refuses all, though that takes nothing away", async () => {
    const frame = await loaded();
    await its.consent.rejectAll();
    expect(frame.hasAttribute("src")).toBe(false);
  });

  it("stays where another tab permits more", async () => {
    const frame = await loaded();
    elsewhere(true);
    await expect.poll(() => its.consent.permits("stats")).toBe(true);
    expect(frame.hasAttribute("src")).toBe(true);
    await its.consent.rejectAll();
    expect(frame.hasAttribute("src")).toBe(false);
  });
});

describe("a mark for those who refuse", () => {
  it("is released by a refusal, and withheld by a grant", async () => {
    its.start(KEEP);
    const frame = its.put(
      '<iframe data-consent="!marketing" data-src="/test/util/empty.html"></iframe>',
    );
    await its.consent.rejectAll();
    expect(frame.hasAttribute("src")).toBe(true);
    await its.consent.acceptAll();
    expect(frame.hasAttribute("src")).toBe(false);
  });
});

describe("a decision", () => {
  it.each([
    '<script type="text/plain" data-consent="stats">ran.push("new")</script>',
    '<img data-consent="marketing" data-src="/test/util/none.gif" onerror="ran.push(\'new\')">',
  ])(
    "releases nothing, and is not done, before its record is on disk: what comes with it is %s",
    async (late) => {
      const disk = slowDisk();
      its.put('<script type="text/plain" data-consent="stats">ran.push("there")</script>');
      its.start();
      its.put('<img data-consent="marketing" data-src="/test/util/none.gif" hidden>');
      await shown();
      let isDone = false;
      const done = its.consent.acceptAll().then(() => (isDone = true));
      its.put(late);
      await expect.poll(disk.asked).toBe(1);
      its.put(late);
      // What would not have waited is there by the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      expect([its.consent.permits("stats"), its.ran, isDone]).toEqual([true, [], false]);
      disk.write();
      await done;
      await expect.poll(() => its.ran.toSorted()).toEqual(["new", "new", "there"]);
    },
  );

  it("still waits for its record where a category comes up that the page had not used", async () => {
    const disk = slowDisk();
    const put = (category: string, name: string): unknown =>
      its.put(`<script type="text/plain" data-consent="${category}">ran.push("${name}")</script>`);
    put("stats", "there");
    its.start({ ...ACME, services: ACME.services.slice(0, 1) });
    await shown();
    const done = its.consent.acceptAll();
    await expect.poll(disk.asked).toBe(1);
    put("marketing", "never");
    await expect.poll(() => its.consent.state.pending).toEqual(["marketing"]);
    put("stats", "late");
    // What would not have waited is there by the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect([its.consent.permits("stats"), its.ran]).toEqual([true, []]);
    disk.write();
    await done;
    await expect.poll(() => its.ran.toSorted()).toEqual(["late", "there"]);
    put("stats", "after");
    await expect.poll(() => its.ran).toContain("after");
    expect(its.ran).not.toContain("never");
  });

  it("after a refusal is reported with the name that the log gave it", async () => {
    its.start();
    await its.consent.rejectAll();
    const heard: (string | null)[] = [];
    its.consent.on("change", ({ subjectId }) => heard.push(subjectId));
    its.consent.on("decision", ({ state }) => heard.push(state.subjectId));
    heard.length = 0;
    await its.consent.acceptAll();
    const [record] = await its.consent.proof.records();
    const { subject } = JSON.parse(record!.text) as { subject: string };
    expect(heard).toEqual([subject, subject]);
  });

  it("takes the log's name, and writes over nothing that came between", async () => {
    let isSlow = false;
    const disk = slowDisk(() => isSlow);
    its.start(KEEP);
    await its.consent.rejectAll();
    isSlow = true;
    const done = its.consent.acceptAll();
    await expect.poll(disk.asked).toBe(1);
    its.store(text(false));
    disk.write();
    await done;
    expect(its.cookie()).toBe(text(false));
  });

  it("is reported as it was made, also where the next one is made before its record is on disk", async () => {
    let isSlow = false;
    const disk = slowDisk(() => isSlow);
    its.start(KEEP);
    await its.consent.rejectAll();
    const heard: unknown[] = [];
    its.consent.on("decision", ({ state }) => heard.push(state.categories["marketing"]));
    heard.length = 0;
    isSlow = true;
    const less = { performance: true, marketing: false };
    const done = [its.consent.acceptAll(), its.consent.save(less)];
    await expect.poll(disk.asked).toBe(2);
    disk.write();
    await Promise.all(done);
    expect(heard).toEqual([true, false]);
  });

  it("has no problem of its own, with nothing on the page, and looks for no mistake in the options", async () => {
    let looks = 0;
    its.files["diagnostics"] = { ...diagnostics, _explainOptions: () => looks++ };
    its.start({ ...ACME, reload: "always" });
    await its.consent.acceptAll();
    await its.consent.withdraw();
    await its.consent.proof.records();
    expect(its.problems.filter((one) => !one.endsWith("indexedDB"))).toEqual([]);
    expect(its.reloads).toBe(1);
    expect(looks).toBe(0);
  });

  it("has no notice where the site shows an interface of its own", async () => {
    const kept = async (hasUi: boolean): Promise<string> => {
      its.start(ACME, { _hasUi: hasUi });
      await its.consent.acceptAll();
      const [record] = await its.consent.proof.records();
      return (JSON.parse(record!.text) as { notice: string }).notice;
    };
    // SHA-256 of nothing.
    expect(await kept(false)).toMatch(/^(e3b0c44298fc1c14|$)/);
  });

  it("for a part of the page's own host needs a whole name, dots and all", async () => {
    const location = locationWith({ hostname: "www.example.org", reload() {} });
    its.start({ ...ACME, domain: "example.org" }, {}, { window: windowWith({ location }) });
    await its.consent.rejectAll();
    expect(its.problems.filter((one) => one.startsWith("domain"))).toEqual([]);
  });

  it("erases what a service that lost consent left", async () => {
    const stats = { ...ACME.services[0], storage: [{ name: "_edge", medium: "localStorage" }] };
    its.start({ ...KEEP, services: [stats] });
    await its.consent.acceptAll();
    localStorage.setItem("_edge", "1");
    await its.consent.withdraw();
    await expect.poll(() => localStorage.getItem("_edge")).toBeNull();
  });
});

describe("what another tab decided", () => {
  it("asks no one, is no decision of this one, and has no problem of its own", async () => {
    its.start();
    await shown();
    let decisions = 0;
    its.consent.on("decision", () => decisions++);
    its.said.length = 0;
    for (const isAll of [true, false]) {
      elsewhere(isAll);
      await expect.poll(() => its.consent.permits("stats")).toBe(isAll);
    }
    const updates = (): number => its.said.filter((one) => one == "update").length;
    await expect.poll(updates).toBeGreaterThan(1);
    expect(its.said).not.toContain("show banner");
    expect([decisions, its.problems]).toEqual([0, []]);
  });

  it("is released at once, and stays, where a decision of this one still waits for its record", async () => {
    const disk = slowDisk();
    its.start(KEEP);
    const done = its.consent.save({ performance: true });
    await expect.poll(disk.asked).toBe(1);
    elsewhere(true);
    await expect.poll(() => its.consent.permits("marketing")).toBe(true);
    const put = (name: string): unknown =>
      its.put(`<script type="text/plain" data-consent="marketing">ran.push("${name}")</script>`);
    put("before");
    await expect.poll(() => its.ran).toEqual(["before"]);
    disk.write();
    await done;
    put("after");
    await expect.poll(() => its.ran).toEqual(["before", "after"]);
  });

  it("is not decided over by who saw the banner from before", async () => {
    its.start();
    const host = await shown();
    const { state } = host;
    its.store(text(true));
    await host.decide(order, state, click);
    await expect.poll(() => its.problems).toContain("stale-choice");
    expect(its.consent.permits("stats")).toBe(true);
    // What was shown before a choice of this tab decides.
    await host.decide(order, state, click);
    expect(its.consent.permits("stats")).toBe(false);
  });

  it("does not hear of a choice in someone else's frame", async () => {
    const messages: unknown[] = [];
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => messages.push(data);
    const location = locationWith({ reload() {} });
    its.start(ACME, {}, { window: windowWith({ top: null, location }) });
    await its.consent.acceptAll();
    tell("last");
    await expect.poll(() => messages).toEqual(["last"]);
    channel.close();
  });
});

describe("a start", () => {
  it("finishes no clean-up where only records wait", async () => {
    its.store(text(true));
    localStorage.setItem(OUTBOX, "");
    its.start();
    await expect.poll(() => its.loaded).toContain("check");
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(its.loaded).not.toContain("diagnostics");
  });
});
