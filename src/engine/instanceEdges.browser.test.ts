// An instance before its engine is there, and what it observes.
import { describe, expect, it } from "vitest";
import { ACME, useEnginePage } from "../../test/util/enginePage.ts";
import { createDecisions } from "./createDecisions.ts";
import { createUiHost } from "./createUiHost.ts";
import { preparation } from "./prepare.ts";
import { wireEmbeds } from "./wireEmbeds.ts";

const its = useEnginePage();

/** A site whose services have to be prepared first, by a file that is on its way until it is given. */
function startLate(): () => void {
  let give = (): void => {};
  its.files["prepare" as never] = new Promise((resolve) => {
    give = () => resolve(preparation);
  }) as never;
  const stats = { ...ACME.services[0], load: () => its.ran.push("stats") };
  const embeds = wireEmbeds;
  const _bundled = { decisions: createDecisions, host: createUiHost, embeds };
  its.start({ ...ACME, services: [stats] }, { _bundled });
  return give;
}
/** A shadow root in the page, and an embed in it whose address stands in the open. */
function root(): { root: ShadowRoot; open: () => Element } {
  const shadow = its.put("<p></p>").attachShadow({ mode: "open" });
  return {
    root: shadow,
    open() {
      shadow.innerHTML = '<iframe data-consent="stats" src="/test/util/empty.html"></iframe>';
      return shadow.firstElementChild!;
    },
  };
}
const isOpen = (frame: Element): boolean => frame.hasAttribute("src");

describe("what is asked before the services have come", () => {
  it("waits for them", async () => {
    const give = startLate();
    const [observed, ended] = [root(), root()];
    its.consent.observe(observed.root);
    its.consent.observe(ended.root)();
    const done = its.consent.acceptAll();
    expect(its.consent.permits("stats")).toBe(false);
    give();
    await done;
    expect(its.consent.permits("stats")).toBe(true);
    expect(its.ran).toEqual(["stats"]);
    expect(its.problems.filter((one) => one.startsWith("not-started"))).toEqual([]);
    await its.consent.rejectAll();
    const [shut, open] = [observed.open(), ended.open()];
    await expect.poll(() => isOpen(shut)).toBe(false);
    expect(isOpen(open)).toBe(true);
  });

  it("comes to its end where the instance does", async () => {
    const give = startLate();
    const done = its.consent.acceptAll();
    its.consent.destroy();
    await done;
    give();
    expect(its.consent.permits("stats")).toBe(false);
  });
});

describe("a root", () => {
  it("is observed until that is ended, and needs an instance that was started", async () => {
    its.start();
    const observed = root();
    const stop = its.consent.observe(observed.root);
    const shut = observed.open();
    await expect.poll(() => isOpen(shut)).toBe(false);
    stop();
    const open = observed.open();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(isOpen(open)).toBe(true);
    its.consent.destroy();
    its.start();
    its.problems.length = 0;
    its.consent.destroy();
    const heard: string[] = [];
    its.consent.on("problem", ({ code, at }) => heard.push(`${code} ${at}`));
    its.consent.observe(observed.root);
    await expect.poll(() => heard).toEqual(["not-started observe"]);
  });
});

describe("a site without code of services", () => {
  it("loads the page again where what ran is no longer permitted, and has no problem of its own", async () => {
    its.put('<script type="text/plain" data-consent="stats">ran.push("stats")</script>');
    const _bundled = { decisions: createDecisions, host: createUiHost, embeds: wireEmbeds };
    its.start(ACME, { _bundled });
    await its.consent.acceptAll();
    await expect.poll(() => its.ran).toEqual(["stats"]);
    await its.consent.withdraw("performance");
    expect(its.reloads).toBe(1);
    expect(its.problems.filter((one) => !one.endsWith("indexedDB"))).toEqual([]);
  });
});

describe("an interface that was never shown", () => {
  it("can be hidden all the same, before the start as well", async () => {
    its.start(ACME, { _hasUi: false });
    await its.consent.rejectAll();
    expect(() => its.consent.hide()).not.toThrow();
    its.consent.destroy();
    const decisions: string[] = [];
    expect(() => its.consent.hide()).not.toThrow();
    its.start();
    expect(() => its.consent.hide()).not.toThrow();
    its.consent.on("decision", ({ method }) => decisions.push(method));
    await its.consent.rejectAll();
    await its.consent.acceptAll();
    expect(decisions).toEqual(["reject-all", "accept-all"]);
  });
});
