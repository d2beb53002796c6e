// What a released script writes with `document.write`: it goes where the script stands, and the page stays.
import { afterEach, describe, expect, it, vi } from "vitest";
import { file, held, pause, useGatePage } from "../../test/util/gatePage.ts";
import { createLateWrites } from "./lateWrites.ts";

const its = useGatePage();
const NAMES = ["write", "writeln", "open"] as const;
/** (Markup can bear the name too: then it is an element.) */
const isPatched = (): boolean =>
  NAMES.some((name) => Object.hasOwn(document, name) && typeof document[name] == "function");
// Each test shows it: nothing of the patch stays.
afterEach(() => vi.waitUntil(() => !isPatched(), { timeout: 10_000 }));

/** Runs a held script with this code and gives it, once it has run. */
async function run(code: string, attributes: Record<string, string> = {}): Promise<Element> {
  const script = held(attributes, `${code}; ran.push("done")`);
  its.stage.append(script);
  its.gate._start();
  its.permit("stats");
  await expect.poll(() => its.ran).toContain("done");
  return script;
}
const write = (...texts: string[]): string =>
  texts.map((text) => `document.write(${JSON.stringify(text)})`).join(";");
/** What stands before the script and its copy, from the start of the stage. */
const written = (): string[] =>
  [...its.stage.children]
    .filter((element) => element.localName != "script")
    .map((element) => element.outerHTML);

describe("what a released script writes", () => {
  it("stands before it in its order, at once where it is whole", async () => {
    its.stage.append(document.createElement("hr"));
    await run(
      `${write('<p id="w">One <b>bold</b></p>', "<!-- c --><i>Two</i><br>", "three", "<u/>")};
      ran.push(String(!!document.getElementById("w")))`,
    );
    expect(its.ran).toEqual(["true", "done"]);
    expect(written()).toEqual([
      "<hr>",
      '<p id="w">One <b>bold</b></p>',
      "<i>Two</i>",
      "<br>",
      "<u></u>",
    ]);
    expect(its.stage.textContent).toContain("three");
    expect(its.stage.querySelector("[data-consent]")!.previousElementSibling!.localName).toBe("u");
  });

  it("may come in parts, and is there with the last one or the end of the script", async () => {
    const count = `ran.push(String(document.querySelectorAll("#part").length))`;
    await run(
      [
        write("<di", 'v id="part"'),
        count,
        write(">a<b>b</b>"),
        count,
        write("</div >"),
        count,
        write("<em>open"),
        `ran.push(String(document.querySelectorAll("em").length))`,
      ].join(";"),
    );
    expect(its.ran).toEqual(["0", "0", "1", "0", "done"]);
    await expect.poll(written).toEqual(['<div id="part">a<b>b</b></div>', "<em>open</em>"]);
  });

  it.each(["area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])(
    "is whole with <%s>, which has no end",
    async (tag) => {
      await run(`${write(`<${tag} title=w><p>next</p>`)};
        ran.push(String(!!document.querySelector("p")))`);
      expect(its.ran[0]).toBe("true");
    },
  );

  it("takes tags in code and in styles for text", async () => {
    await run(`${write("<style>a::after { content: '<b>' }</style><s>s</s>")};
      ran.push(String(!!document.querySelector("s")))`);
    expect(its.ran[0]).toBe("true");
  });

  it("may be anything that becomes text, in as many parts as are given; writeln ends a line", async () => {
    await run('document.write("<pre>", 1, null, "</pre>"); document.writeln("<q>q</q>", "x")');
    expect(written()).toEqual(["<pre>1null</pre>", "<q>q</q>"]);
    expect(its.stage.textContent).toContain("qx\n");
  });

  it("is dropped where the script is gone by then", async () => {
    await run(`document.currentScript.nextElementSibling.remove(); ${write("<p>gone</p>")}`);
    await pause();
    expect(written()).toEqual([]);
  });

  it("replaces no page by open, which gives the document", async () => {
    const { body } = document;
    await run('ran.push(String(document.open() == document)); document.write("<p>p</p>")');
    expect(its.ran[0]).toBe("true");
    expect(document.body).toBe(body);
    expect(written()).toEqual(["<p>p</p>"]);
  });
});

describe("scripts and embeds that it writes", () => {
  const inner = (code: string, more = ""): string => `<script ${more}>${code}</script>`;

  it("wait for the same consent, and run behind it, files too, in their order", async () => {
    await run(
      write(
        inner("", `src="${file("file")}"`) + inner("ran.push('inline')"),
        inner("ran.push('module')", 'type="module"'),
        `<iframe src="/test/util/empty.html"></iframe><img src="/a.gif" data-consent="maps">`,
      ),
    );
    await expect.poll(() => its.ran).toEqual(["done", "file", "inline", "module"]);
    const marks = [...its.stage.querySelectorAll("[data-consent]")].map((element) => [
      element.localName,
      element.getAttribute("data-consent"),
      element.getAttribute("type"),
    ]);
    expect(marks).toEqual([
      ["script", "stats", "text/plain"],
      ["script", "stats", "text/plain"],
      ["script", "stats", "text/plain"],
      ["iframe", "stats", null],
      ["img", "maps", null],
      ["script", "stats", "text/plain"],
    ]);
    // What it marked itself has no consent, and what it wrote loses it.
    expect(its.stage.querySelector("img")!.hasAttribute("src")).toBe(false);
    expect(its.stage.querySelector("iframe")!.hasAttribute("src")).toBe(true);
    its.permit();
    expect(its.stage.querySelector("iframe")!.hasAttribute("src")).toBe(false);
  });

  it("may write themselves", async () => {
    await run(write(inner(write("<p>inner</p>"))));
    await expect.poll(written).toEqual(["<p>inner</p>"]);
  });

  it("stay shut where its consent is gone by then, and where they are held", async () => {
    await run(
      `document.currentScript.nextElementSibling.setAttribute("data-consent", "maps");
      ${write(
        inner("ran.push('late')"),
        inner("ran.push('held')", 'type="text/plain" data-consent="maps"'),
        inner("ran.push('own')", 'type="text/plain"'),
      )}`,
    );
    await pause();
    expect(its.ran).toEqual(["done"]);
    its.permit("maps");
    await expect.poll(() => its.ran).toEqual(["done", "late", "held", "own"]);
  });

  it("have its nonce, so that the library's tag lets them run", async () => {
    const script = held({}, write(inner("ran.push('in')")));
    script.nonce = "page";
    its.stage.append(script);
    its.gate._start();
    its.permit("stats");
    await expect.poll(() => its.ran).toEqual(["in"]);
    expect(its.stage.querySelector<HTMLElement>("[data-consent]")!.nonce).toBe("page");
  });
});

describe("who may write, and when", () => {
  it("a script with an address, whose write the browser would ignore", async () => {
    const script = held({ "data-src": `${file("x")}&write=<p>file</p>` });
    its.stage.append(script);
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["x"]);
    expect(written()).toEqual(["<p>file</p>"]);
  });

  it("a script that it puts into the page, as a part of it: from a file, and inline", async () => {
    its.stage.append(
      held({ "data-src": `${file("x")}&inject=<p>file</p>` }),
      held(
        {},
        `const script = document.createElement("script");
        script.text = 'document.write("<p>inline</p>")'; document.body.append(script); ran.push("y")`,
      ),
    );
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["x", "y"]);
    expect(written()).toEqual(["<p>file</p>", "<p>inline</p>"]);
  });

  it("a listener of the script for an event that has passed", async () => {
    await run(`addEventListener("load", () => { ${write("<p>late</p>")} })`);
    await expect.poll(written).toEqual(["<p>late</p>"]);
  });

  it("nobody else: what the page's own code writes is the platform's, also while one is on its way", () => {
    const given: unknown[] = [];
    const platform =
      (name: string) =>
      (...texts: unknown[]) =>
        given.push(name, ...texts);
    const own = Object.fromEntries(NAMES.map((name) => [name, platform(name)]));
    let running: Element | undefined;
    const late = createLateWrites(window, own as unknown as Document, () => running);
    const [script, fresh] = [held({}), document.createElement("script")];
    its.stage.append(script);
    const end = late(fresh, script);
    document.write("a", "b");
    document.writeln("c");
    document.open();
    expect(given).toEqual(["write", "a", "b", "writeln", "c", "open"]);
    running = fresh;
    document.write("<p>own</p>");
    expect(given).toHaveLength(6);
    // Another that runs, of which nothing is known here.
    running = document.createElement("script");
    document.write("<p>other</p>");
    expect(written()).toEqual(["<p>own</p>"]);
    end();
  });

  it("as long as one is on its way, each of several where it stands", async () => {
    let running: Element | undefined;
    const late = createLateWrites(window, document, () => running);
    const [one, two] = [held({ id: "one" }), held({ id: "two" })];
    its.stage.append(one, two);
    const [first, second] = [document.createElement("script"), document.createElement("script")];
    const ends = [late(first, one), late(second, two)];
    running = second;
    document.write("<p>2</p>");
    running = first;
    document.write("<p>1</p>");
    expect([one, two].map((script) => script.previousElementSibling!.textContent)).toEqual([
      "1",
      "2",
    ]);
    ends[0]!();
    await pause();
    expect(isPatched()).toBe(true);
    ends[1]!();
    await expect.poll(isPatched).toBe(false);
  });

  it("runs all the same where markup bears the name of a call", async () => {
    const form = document.createElement("form");
    form.setAttribute("name", "write");
    its.stage.append(form);
    await run('document.writeln("<p>line</p>")');
    expect(written()).toEqual(['<form name="write"></form>', "<p>line</p>"]);
  });
});
