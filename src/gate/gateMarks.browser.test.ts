// What the gate takes a mark for: whose it is, what it says now, and what ran already.
import { describe, expect, it } from "vitest";
import { external, held, inline, pause, useGatePage } from "../../test/util/gatePage.ts";

describe("a page whose tag carries a nonce", () => {
  const its = useGatePage({ _ownNonce: "own" });

  it("runs what carries the same one, and reports what does not", async () => {
    const [right, wrong, none] = [inline("right"), inline("wrong"), external("none")];
    right.nonce = "own";
    wrong.nonce = "other";
    none.removeAttribute("data-src");
    none.textContent = "/* none */";
    its.stage.append(right, wrong, none);
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["right"]);
    expect(its.reports).toEqual(['nonce-missing ran.push("wrong")', "nonce-missing /* none */"]);
  });
});

describe("what the inline head has released", () => {
  const early = new WeakSet<Element>();
  const its = useGatePage({ _early: early });

  it("does not run again, counts as run, and keeps its copy", async () => {
    const [copy, script] = [held({ type: "text/x-consentry" }), inline("early", { id: "early" })];
    copy.removeAttribute("data-consent");
    early.add(script);
    its.stage.append(copy, script, inline("after", { "data-after": "early" }));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["after"]);
    expect(copy.isConnected).toBe(true);
    expect(its.gate._items()).toHaveLength(1);
  });
});

describe("a mark", () => {
  const ids: string[] = [];
  const its = useGatePage({ _onMark: (id) => void ids.push(id) });

  it("of strangers is none, nor is what they let others fill in", async () => {
    const box = document.createElement("section");
    box.setAttribute("data-consent-ignore", "");
    const toggle = document.createElement("b");
    toggle.setAttribute("data-consent-toggle", "stats");
    box.append(inline("theirs", { "data-consent": "theirs" }), toggle);
    its.stage.append(box, inline("ours"));
    ids.length = 0;
    its.gate._start();
    its.permit("stats", "theirs");
    expect(await its.whenRan(1)).toEqual(["ours"]);
    expect(ids).toEqual(["stats"]);
    expect(its.markup).toEqual([]);
  });

  it("that changes while it is shut is asked by what it says now", async () => {
    const script = inline("one", { "data-consent": "ads" });
    its.stage.append(script);
    its.gate._start();
    its.permit("stats");
    script.setAttribute("data-consent", "stats");
    expect(await its.whenRan(1)).toEqual(["one"]);
    script.setAttribute("data-consent", "ads");
    await pause();
    expect([its.ran, its.stops]).toEqual([["one"], 0]);
  });

  it("that changes while its file is on the way stops it where that is refused", async () => {
    const [script, shut] = [external("one"), inline("shut", { "data-consent": "ads" })];
    its.stage.append(script, shut);
    its.gate._start();
    its.permit("stats");
    script.setAttribute("data-consent", "ads");
    shut.setAttribute("data-consent", "other");
    await Promise.resolve();
    expect(its.stops).toBe(1);
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("ads");
    expect(await its.whenRan(1)).toEqual(["one"]);
  });

  it("that says each is no reason to run while nothing was taken back", async () => {
    its.permit("stats");
    its.stage.append(inline("each", { "data-run": "each" }));
    its.gate._start();
    expect(await its.whenRan(1)).toEqual(["each"]);
    its.permit("stats", "ads");
    await pause();
    expect(its.ran).toEqual(["each"]);
  });
});

describe("a copy that a morph made the page's own", () => {
  const its = useGatePage();

  it("stays where what it ran for is taken out", async () => {
    const script = inline("one");
    its.stage.append(script);
    its.gate._start();
    its.permit("stats");
    await its.whenRan(1);
    const copy = script.previousElementSibling as HTMLScriptElement;
    copy.setAttribute("data-consent", "stats");
    script.remove();
    await pause();
    expect(copy.isConnected).toBe(true);
  });
});

describe("what a script asks for", () => {
  const its = useGatePage();

  it.each(["data:text/javascript,ran.push(1)", "javascript:ran.push(1)"])(
    "is not run from %s, and is reported",
    async (address) => {
      its.stage.append(held({ "data-src": address }), inline("next"));
      its.gate._start();
      its.permit("stats");
      expect(await its.whenRan(1)).toEqual(["next"]);
      expect(its.reports).toEqual([`script-failed ${address}`]);
    },
  );

  it("is a type of its own where a library runs it elsewhere", async () => {
    its.stage.append(held({ "data-type": "text/x-elsewhere" }, "code"));
    its.gate._start();
    its.permit("stats");
    await expect.poll(() => its.stage.querySelectorAll("script").length).toBe(2);
    expect(its.stage.querySelector("script")!.type).toBe("text/x-elsewhere");
  });
});
