import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "../core/problems/problem.ts";
import { createReporter } from "./createReporter.ts";
import { diagnostics } from "./diagnostics.ts";
import type { Load } from "./engine.ts";

const load = ((name: string) =>
  name == "diagnostics"
    ? Promise.resolve(diagnostics)
    : Promise.reject(new Error("none"))) as unknown as Load;
const offline = (() => Promise.reject(new Error("offline"))) as Load;
const make = (options: unknown = { controller: { name: "Acme BV" } }, _load = load) => {
  const reporter = createReporter(options, { _load });
  const heard: Problem[] = [];
  reporter._on("problem", (problem) => heard.push(problem));
  return { ...reporter, heard };
};
/** All promises that are kept by now have had their turn. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const page = (): Document => new EventTarget() as Document;

let warned: string[];

beforeEach(() => {
  warned = [];
  vi.spyOn(console, "warn").mockImplementation((text: string) => void warned.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a problem", () => {
  it("is reported once for a place, in a sentence, to listeners and the console", async () => {
    const { _report, heard } = make();
    _report("unknown-id", "statz", ["stats"]);
    _report("unknown-id", "statz");
    _report("unknown-id", "adz");
    _report("not-started");
    await turn();
    expect(heard.map(({ code, at }) => `${code} ${at}`)).toEqual([
      "unknown-id statz",
      "unknown-id adz",
      "not-started ",
    ]);
    const [{ message } = heard[0]!] = heard;
    expect(message).toMatch(/statz.* Did you mean “stats”\?$/);
    expect(warned[0]).toBe(`[consentry] unknown-id: ${message}`);
    expect(warned).toHaveLength(3);
    expect(Object.isFrozen(heard[0])).toBe(true);
  });

  it("is said in short where the sentences cannot be fetched", async () => {
    const { _report, heard } = make({}, offline);
    _report("ui-unavailable", "banner");
    await turn();
    expect(heard[0]!.message).toBe("ui unavailable: banner; serve dist/ (file:// cannot)");
  });
});

describe("mistakes in the options", () => {
  const mistaken = { controller: { name: "Acme BV" }, contoller: 1 };

  it("are said once the page is started, whether they are noted before or after", async () => {
    for (const isEarly of [true, false]) {
      const { _note, _start, heard } = make(mistaken);
      if (isEarly) _note();
      await turn();
      expect(heard).toEqual([]);
      _start(page());
      if (!isEarly) _note();
      await turn();
      expect(
        heard.map(({ code, at, message }) => [code, at, /“controller”/.test(message)]),
      ).toEqual([["unknown-option", "contoller", true]]);
    }
  });

  it("are not looked for where none was noted", async () => {
    const { _start, heard } = make(mistaken);
    _start(page());
    await turn();
    expect(heard).toEqual([]);
  });

  it("are an error of ours where no one can say them", async () => {
    const { _note, _start, heard } = make(mistaken, offline);
    _start(page());
    _note();
    await turn();
    expect(heard.map(({ code, at }) => `${code} ${at}`)).toEqual(["internal options"]);
  });
});

describe("listeners", () => {
  const states = ["one", "two"] as never[];

  it("that come late hear the last of each event, all problems, and no withdrawal", async () => {
    const { _emit, _on, _report } = make();
    for (const state of states) _emit("change", state);
    _emit("withdraw", { services: ["stats"] });
    _report("not-started", "a");
    _report("not-started", "b");
    await turn();
    const late: unknown[] = [];
    _on("change", (state) => late.push(state));
    _on("withdraw", () => late.push("withdraw"));
    _on("problem", ({ at }) => late.push(at));
    _on("ready", () => late.push("ready"));
    expect(late).toEqual(["two", "a", "b"]);
  });

  it("hear their own event, in the order in which they came, until they leave", () => {
    const { _emit, _on } = make();
    const heard: string[] = [];
    const off = _on("change", (state) => heard.push(`first ${String(state)}`));
    _on("change", (state) => heard.push(`second ${String(state)}`));
    _on("ready", () => heard.push("ready"));
    _emit("change", states[0]!);
    off();
    _emit("change", states[1]!);
    expect(heard).toEqual(["first one", "second one", "second two"]);
  });

  it("that throw are reported, late ones too", async () => {
    const { _emit, _on, heard } = make();
    const broken = (): never => {
      throw new Error("mine");
    };
    _on("change", broken);
    const after: unknown[] = [];
    _on("change", (state) => after.push(state));
    _emit("change", states[0]!);
    _emit("ready", states[0]!);
    _on("ready", broken);
    await turn();
    expect(after).toEqual(["one"]);
    expect(heard.map(({ code, at }) => `${code} ${at}`)).toEqual(["listener-failed Error: mine"]);
  });

  it("of the page hear each event from the start to the end", () => {
    const { _emit, _start, _stop } = make();
    const document = page();
    const heard: unknown[] = [];
    document.addEventListener("consentry:change", (event) =>
      heard.push((event as CustomEvent).detail),
    );
    _emit("change", "before" as never);
    _start(document);
    _emit("change", states[0]!);
    _stop();
    _emit("change", states[1]!);
    expect(heard).toEqual(["one"]);
  });

  it("are forgotten at the end, and so is what they missed", async () => {
    const { _emit, _on, _report, _stop, heard } = make();
    _emit("change", states[0]!);
    _stop();
    _report("not-started");
    const late: unknown[] = [];
    _on("change", (state) => late.push(state));
    await turn();
    expect([late, heard]).toEqual([[], []]);
  });
});
