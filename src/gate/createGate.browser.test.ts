import { describe, expect, it, vi } from "vitest";
import { external, held, inline, NOBODY, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage({ _nonce: "fallback" });

describe("a gated script", () => {
  it("is not touched before the gate starts, nor run before it is permitted", async () => {
    its.stage.append(inline("in"), external("out"));
    its.allow("stats");
    await pause();
    expect(its.ran).toEqual([]);
    its.allow();
    its.gate._start();
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["in", "out"]);
  });

  it("keeps document order, external and inline mixed", async () => {
    its.stage.append(
      external("1"),
      inline("2"),
      inline("3"),
      external("4"),
      external("5"),
      inline("6"),
    );
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(6)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("waits for no file when it is inline and first, and defers what says so", async () => {
    its.stage.append(
      external("deferred", { defer: "" }),
      held({ "data-type": "module" }, 'ran.push("module")'),
      external("blocking"),
      inline("inline"),
    );
    its.gate._start();
    its.permit("stats");
    const order = await its.whenRan(4);
    expect(order.slice(0, 2)).toEqual(["blocking", "inline"]);
    expect([...order].sort()).toEqual(["blocking", "deferred", "inline", "module"]);
  });

  it("waits for the script that data-after names, also where that comes later", async () => {
    its.stage.append(inline("second", { "data-after": "lib" }), external("lib", { id: "lib" }));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["lib", "second"]);
    its.stage.append(inline("third", { "data-after": "nothing" }));
    await pause();
    expect(its.ran).not.toContain("third");
  });

  it("calls a load listener of the held element once, and its onload attribute once", async () => {
    const element = external("file", { onload: 'ran.push("attribute")' });
    let heard = 0;
    element.addEventListener("load", () => heard++);
    its.stage.append(element);
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["file", "attribute"]);
    expect(heard).toBe(1);
  });

  it("tells of an error and goes on", async () => {
    const element = held({ "data-src": NOBODY });
    let heard = 0;
    element.addEventListener("error", () => heard++);
    its.stage.append(element, inline("next"));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["next"]);
    expect(heard).toBe(1);
    expect(its.reports).toEqual([`script-failed ${NOBODY}`]);
  });

  it("tells of a held inline module that cannot import", async () => {
    const element = held({ "data-type": "module", id: "tag" }, `import "${NOBODY}"`);
    let heard = 0;
    element.addEventListener("error", () => heard++);
    its.stage.append(element, inline("next"));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["next"]);
    await vi.waitFor(() => expect(its.reports).toHaveLength(1));
    expect(its.reports[0]).toMatch(/^script-failed /);
    expect(heard).toBe(1);
  });

  it("keeps place, id, data, integrity and crossorigin, and carries its nonce or ours", async () => {
    const first = document.createElement("i");
    const last = document.createElement("b");
    const element = external("file", {
      id: "tag",
      "data-x": "1",
      crossorigin: "anonymous",
      integrity: "",
      class: "vendor",
    });
    element.nonce = "own";
    its.stage.append(first, element, last, inline("plain", { id: "plain" }));
    its.gate._start();
    its.permit("stats");
    await its.whenRan(2);
    const fresh = document.querySelector<HTMLScriptElement>("#tag")!;
    expect(fresh.previousSibling).toBe(first);
    expect(fresh.nextSibling).toBe(element);
    expect(element.nextSibling).toBe(last);
    expect(fresh).toMatchObject({ type: "text/x-consentry" });
    expect(fresh).toMatchObject({ nonce: "own", crossOrigin: "anonymous", className: "vendor" });
    expect(fresh.dataset["x"]).toBe("1");
    expect(fresh.hasAttribute("integrity")).toBe(true);
    expect(document.querySelector<HTMLScriptElement>("#plain")!.nonce).toBe("fallback");
  });

  it("runs once, however often consent is given and wherever it is moved", async () => {
    its.stage.append(inline("in", { id: "in" }), external("out", { id: "out" }));
    its.gate._start();
    for (let round = 0; round < 3; round++) {
      its.permit("stats");
      await its.whenRan(2);
      its.permit();
    }
    its.permit("stats");
    its.stage.append(document.querySelector("#in")!, document.querySelector("#out")!);
    await pause();
    expect(its.ran).toEqual(["in", "out"]);
  });

  it('runs at each grant with data-run="each"', async () => {
    its.stage.append(inline("each", { "data-run": "each" }), inline("once"));
    its.gate._start();
    for (let round = 1; round <= 3; round++) {
      its.permit("stats");
      await expect.poll(() => its.ran.filter((name) => name == "each").length).toBe(round);
      its.permit();
    }
    its.permit("stats", "other");
    its.permit("stats");
    await pause();
    expect(its.ran.filter((name) => name == "each")).toHaveLength(4);
    expect(its.ran.filter((name) => name == "once")).toHaveLength(1);
  });

  it("is treated alike however it is inserted later", async () => {
    its.gate._start();
    const html = (name: string): string =>
      `<p><script type="text/plain" data-consent="stats">ran.push("${name}")</script></p>`;
    const box = document.createElement("div");
    its.stage.append(box);
    box.innerHTML = html("innerHTML");
    its.stage.insertAdjacentHTML("beforeend", html("adjacent"));
    its.stage.append(document.createRange().createContextualFragment(html("fragment")));
    its.stage.append(inline("append"));
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats");
    expect((await its.whenRan(4)).toSorted()).toEqual([
      "adjacent",
      "append",
      "fragment",
      "innerHTML",
    ]);
    box.innerHTML = html("after");
    expect(await its.whenRan(5)).toContain("after");
  });

  it("is stopped by a withdrawal while it waits for its turn", async () => {
    its.stage.append(external("file"), inline("behind"), external("async", { async: "" }));
    its.gate._start();
    its.permit("stats");
    its.permit();
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats");
    expect((await its.whenRan(3)).toSorted()).toEqual(["async", "behind", "file"]);
  });

  it("is gated in a shadow root that is observed, until that ends", async () => {
    its.gate._start();
    const root = its.stage.attachShadow({ mode: "open" });
    const stop = its.gate._observe(root);
    root.append(inline("shadow"));
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["shadow"]);
    stop();
    root.append(inline("unobserved"));
    await pause();
    expect(its.ran).toEqual(["shadow"]);
  });

  it("keeps its order among a thousand", async () => {
    for (let i = 0; i < 1000; i++) its.stage.append(inline(`${i}`));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1000)).toEqual(Array.from({ length: 1000 }, (_, i) => `${i}`));
  });
});
