// What tells whether a text is whole, and how long the page's functions are others'.
import { afterEach, describe, expect, it, vi } from "vitest";
import { held, useGatePage } from "../../test/util/gatePage.ts";
import { createLateWrites } from "./lateWrites.ts";

const its = useGatePage();
const isPatched = (): boolean => Object.hasOwn(document, "write");
// Each test shows it: nothing of the patch stays.
afterEach(() => vi.waitUntil(() => !isPatched(), { timeout: 10_000 }));

/** Runs a script that writes these texts, and says after each what stands before it. */
async function write(...texts: string[]): Promise<string[]> {
  const seen = `ran.push([...document.currentScript.parentNode.childNodes].filter((node) =>
    node.localName != "script").map((node) => node.outerHTML ?? node.data).join("|"))`;
  const code = texts.map((text) => `document.write(${JSON.stringify(text)}); ${seen}`).join(";");
  its.stage.append(held({}, code));
  its.gate._start();
  its.permit("stats");
  await expect.poll(() => its.ran.length).toBe(texts.length);
  return its.ran;
}
/** What stands on the stage that is no script. */
const stand = (): string[] =>
  [...its.stage.childNodes]
    .filter((node) => !(node instanceof HTMLScriptElement))
    .map((node) => (node instanceof Element ? node.outerHTML : node.textContent!));

describe("what is written is there at once", () => {
  it.each([
    ["a text alone", "text"],
    ["an attribute that holds a tag", '<b title="<br x">t</b>'],
    ["a style with an attribute, and a tag in it", '<style media="all">a{content:"<b>"}</style>'],
    ["a style whose end has a blank", "<style>a{content:'<b>'}</style >"],
  ])("%s", async (_, text) => {
    const [seen] = await write(text);
    expect(seen).not.toBe("");
  });

  it("once, and nothing of it comes again at the end", async () => {
    await write("<p>a</p>");
    await expect.poll(isPatched).toBe(false);
    expect(stand()).toEqual(["<p>a</p>"]);
  });

  it("and not before the end of a tag is there, opening or closing", async () => {
    expect(await write("<b>x</b", ">y<i", ">z</i>")).toEqual(["", "", "<b>x</b>|y|<i>z</i>"]);
  });
});

it("nothing is written beside a script that stands in no page any more", () => {
  let running: Element | undefined;
  const late = createLateWrites(window, document, () => running);
  const [script, box] = [held({}), document.createElement("div")];
  const end = late((running = document.createElement("script")) as HTMLScriptElement, script);
  box.append(script);
  document.write("<p>gone</p>");
  end();
  expect(box.childNodes).toHaveLength(1);
});

it("a script that is written keeps its type for when it may run", async () => {
  await write('<script type="module">ran.push("module")</script>');
  await expect.poll(() => its.ran).toContain("module");
  expect(its.stage.querySelector("[data-consent]")!.getAttribute("data-type")).toBe("module");
});

describe("the page's own functions are its own again", () => {
  const fresh = (): HTMLScriptElement => document.createElement("script");
  const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it("a task behind the last script that ended, and others' once more for the next", async () => {
    const late = createLateWrites(window, document, () => undefined);
    late(fresh(), held({}))();
    late(fresh(), held({}))();
    // Behind the first end's timer. A listener of the second script may still write in this task.
    await task();
    expect(isPatched()).toBe(true);
    await expect.poll(isPatched).toBe(false);
    const end = late(fresh(), held({}));
    expect(isPatched()).toBe(true);
    end();
  });

  it("and what the page makes of them meanwhile stays", () => {
    const late = createLateWrites(window, document, () => undefined);
    const first = late(fresh(), held({}));
    const own = (): void => {};
    document.write = own;
    const second = late(fresh(), held({}));
    expect(document.write).toBe(own);
    second();
    first();
  });
});
