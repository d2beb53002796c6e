import { describe, expect, it } from "vitest";
import { ACME, locationWith, useEnginePage, windowWith } from "../../test/util/enginePage.ts";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { CHANNEL, CLEAN_UP, OUTBOX } from "../core/config/names.ts";
import type { ConsentEvents } from "./consent.ts";

const its = useEnginePage();
const SCRIPT = '<script type="text/plain" data-consent="stats">ran.push("stats")</script>';
/** What all listeners hear. */
const heard = (): string[] => {
  const seen: string[] = [];
  const note = <Type extends keyof ConsentEvents>(
    type: Type,
    say: (detail: ConsentEvents[Type]) => string,
  ): unknown => its.consent.on(type, (detail) => seen.push(`${type} ${say(detail)}`));
  note("change", ({ status }) => status);
  note("ready", ({ status }) => status);
  note("decision", ({ event }) => event);
  note("withdraw", ({ services }) => services.join());
  return seen;
};
/** Another tab: it stores a text, and says that something changed. */
const elsewhere = (text: string): void => {
  its.store(text);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("");
  channel.close();
};
/** What is stored after a choice. */
const text = (choices: Record<string, boolean>): string => {
  const { engine, choose } = bareEngine(ACME);
  return toCookie({ ...choose(choices)._after, decidedAt: Date.now() }, engine._config);
};
const ALL = text({ performance: true, marketing: true });
const NONE = text({ performance: false, marketing: false });
/** Hears what tabs tell each other. */
const told = () => {
  const channel = new BroadcastChannel(CHANNEL);
  const messages: unknown[] = [];
  channel.onmessage = ({ data }) => messages.push(data);
  return { messages, close: () => channel.close() };
};

describe("a decision", () => {
  it("is stored at once, sealed, and reported to each listener in order", async () => {
    its.start();
    const seen = heard();
    const done = its.consent.save({ performance: true, marketing: false });
    expect(its.cookie()).toMatch(/yes=performance&no=marketing/);
    expect(its.consent.permits("stats")).toBe(true);
    await done;
    expect(seen).toEqual([
      "change undecided",
      "ready undecided",
      "change decided",
      "decision given",
    ]);
    const records = await its.consent.proof.records();
    expect(records).toHaveLength(1);
    expect(JSON.parse(records[0]!.text)).toMatchObject({
      categories: { performance: true, marketing: false },
    });
    expect(await its.consent.proof.verify()).toMatchObject({ ok: true, length: 1 });
    expect(await its.consent.proof.export()).toContain(records[0]!.hash);
    await its.consent.withdraw("performance");
    expect(seen.slice(4)).toEqual(["change decided", "decision withdrawn", "withdraw stats"]);
    expect(its.reloads).toBe(0);
  });

  it("keeps one name for all of a visitor's records, also after a refusal", async () => {
    its.start();
    await its.consent.rejectAll();
    expect(its.cookie()).toContain("id=&");
    await its.consent.acceptAll();
    const subjects = (await its.consent.proof.records()).map(
      ({ text }) => (JSON.parse(text) as { subject: string }).subject,
    );
    expect(new Set(subjects).size).toBe(1);
    expect(subjects[0]).toMatch(/^[\w-]{22}$/);
    expect(its.consent.state.subjectId).toBe(subjects[0]);
    expect(its.cookie()).toContain(`id=${subjects[0]}&`);
  });

  it("releases what the page marked once it is sealed, and withholds it when it is withdrawn", async () => {
    its.put(SCRIPT);
    its.start({ ...ACME, reload: "never" });
    its.put('<iframe data-consent="marketing" data-src="about:blank"></iframe>');
    await expect.poll(() => its.stage.querySelector("aside")).not.toBeNull();
    await its.consent.acceptAll();
    await expect.poll(() => its.ran).toEqual(["stats"]);
    await expect.poll(() => its.stage.querySelector("aside")).toBeNull();
    await its.consent.withdraw("marketing");
    await expect.poll(() => its.stage.querySelector("aside")).not.toBeNull();
  });

  it("loads the page again where something that ran cannot be silenced, and only then", async () => {
    its.put(SCRIPT);
    its.start();
    await its.consent.acceptAll();
    await expect.poll(() => its.ran).toEqual(["stats"]);
    await its.consent.withdraw("marketing");
    expect(its.reloads).toBe(0);
    await its.consent.withdraw("performance");
    expect(its.reloads).toBe(1);
  });

  it("loads nothing again once the instance has ended", async () => {
    its.put(SCRIPT);
    its.start();
    await its.consent.acceptAll();
    await expect.poll(() => its.ran).toEqual(["stats"]);
    const done = its.consent.withdraw();
    its.consent.destroy();
    await done;
    expect(its.reloads).toBe(0);
  });

  it("calls the vendor's own opt-out of what ran", async () => {
    const calls: string[] = [];
    const stats = {
      ...ACME.services[0],
      load: () => void calls.push("load"),
      grant: () => void calls.push("grant"),
      revoke: () => void calls.push("revoke"),
      silencedBy: "revoke",
    };
    its.start({ ...ACME, services: [stats] });
    await its.consent.rejectAll();
    await its.consent.acceptAll();
    await its.consent.rejectAll();
    await its.consent.acceptAll();
    expect(calls).toEqual(["load", "revoke", "grant"]);
  });

  it("is reported where the browser does not keep it, and counts for the page", async () => {
    const { document } = window;
    const denied = new Proxy(document, {
      get(target, key) {
        if (key == "cookie") return "";
        const value: unknown = Reflect.get(target, key, target);
        return typeof value == "function" ? (value.bind(target) as unknown) : value;
      },
      set: () => true,
    });
    Object.defineProperty(document, "cookie", {
      configurable: true,
      get: () => "",
      set: () => {},
    });
    its.start(ACME, {}, { document: denied });
    await its.consent.acceptAll();
    Reflect.deleteProperty(document, "cookie");
    await expect.poll(() => its.problems).toContain("storage-refused cookie");
    expect(its.consent.permits("stats")).toBe(true);
  });

  it("is reported where it does not fit into a cookie", async () => {
    const services = Array.from({ length: 400 }, (_, index) => ({
      id: `service-with-a-long-name-${index}`,
      name: "x",
      category: "performance",
      storage: [],
    }));
    its.start({ ...ACME, services });
    await its.consent.save(
      Object.fromEntries(services.map(({ id }, index) => [id, index % 2 == 0])),
    );
    await expect.poll(() => its.problems).toContain("cookie-too-large cookie");
  });
});

describe("another tab's decision", () => {
  it("is followed, with the same effects and no record", async () => {
    its.put(SCRIPT);
    its.start();
    const seen = heard();
    elsewhere(ALL);
    await expect.poll(() => its.consent.permits("stats")).toBe(true);
    await expect.poll(() => its.ran).toEqual(["stats"]);
    expect(seen.slice(2)).toEqual(["change decided"]);
    expect(await its.consent.proof.records()).toEqual([]);
    expect(its.consent.state.source).toBeNull();
  });

  it("hears of each decision here, and of nothing that was heard from it", async () => {
    its.start();
    const { messages, close } = told();
    await its.consent.rejectAll();
    await expect.poll(() => messages).toEqual([""]);
    elsewhere(ALL);
    await expect.poll(() => its.consent.permits("stats")).toBe(true);
    await expect.poll(() => messages).toHaveLength(2);
    close();
  });

  it("is nothing to an instance that has ended", async () => {
    its.start();
    await its.consent.acceptAll();
    its.consent.destroy();
    its.store(NONE);
    // A look that was due still comes.
    expect(await its.engine._decisions._use((it) => it._look())).toBeUndefined();
    expect(its.cookie()).toBe(NONE);
  });

  it("of the same moment is settled alike: the refusal stays, and this tab writes it again", async () => {
    its.start();
    const { messages, close } = told();
    await its.consent.acceptAll();
    await expect.poll(() => messages.length).toBe(1);
    elsewhere(NONE);
    await expect.poll(() => its.consent.permits("stats")).toBe(false);
    await expect.poll(() => messages.length).toBeGreaterThan(2);
    expect(its.cookie()).toBe(NONE);
    close();
  });

  it("that takes the choice away asks here again", async () => {
    its.start();
    await expect.poll(() => its.said).toContain("show banner");
    await its.consent.acceptAll();
    its.said.length = 0;
    elsewhere("v=2");
    await expect.poll(() => its.consent.permits("stats")).toBe(false);
    await expect.poll(() => its.said).toContain("show banner");
  });
});

describe("a page in someone else's frame", () => {
  const framed = (): object => ({
    window: windowWith({ top: null, location: locationWith({ reload() {} }) }),
  });

  it("goes by a choice, and keeps it nowhere", async () => {
    its.start(ACME, {}, framed());
    const { messages, close } = told();
    await its.consent.acceptAll();
    expect(its.consent.permits("stats")).toBe(true);
    expect(its.cookie()).toBeUndefined();
    expect(its.problems.filter((one) => !one.endsWith("indexedDB"))).toEqual([]);
    const [record] = await its.consent.proof.records();
    expect(JSON.parse(record!.text)).toMatchObject({ signals: { framed: true } });
    elsewhere(ALL);
    await expect.poll(() => messages).toEqual([""]);
    close();
  });
});

describe("what is told of the options where a visitor is asked", () => {
  it.each<[what: string, options: object, problem: string | undefined]>([
    ["a domain of others", { domain: "example.org" }, "domain-foreign example.org"],
    ["the page's own host", { domain: location.hostname }, undefined],
    ["the page's own host, with a dot", { domain: `.${location.hostname}` }, undefined],
    ["a foreign domain that is not used", { domain: "example.org", hostOnly: true }, undefined],
    ["an option that there is not", { contoller: 1 }, "unknown-option contoller"],
  ])("names %s or not", async (_what, options, problem) => {
    its.start({ ...ACME, ...options });
    await its.consent.rejectAll();
    if (problem) await expect.poll(() => its.problems).toContain(problem);
    else expect(its.problems.filter((one) => /domain|option/.test(one))).toEqual([]);
  });
});

describe("what an earlier page left to do", () => {
  it("is finished by the next one, where a choice is stored", async () => {
    its.store(ALL);
    sessionStorage.setItem(CLEAN_UP, "ads");
    localStorage.setItem(OUTBOX, "");
    its.start();
    await expect.poll(() => sessionStorage.getItem(CLEAN_UP)).toBeNull();
    await expect.poll(() => its.said).toContain("confirm");
  });

  it("is not looked for where nothing is left", async () => {
    its.store(ALL);
    its.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(its.loaded).toEqual([]);
    expect(its.said).toEqual([]);
  });
});
