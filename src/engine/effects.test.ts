import { describe, expect, it } from "vitest";
import type { Change } from "./effect.ts";
import { EFFECTS, runEffects } from "./effects.ts";
import type { Engine } from "./engine.ts";

type Acts = Record<string, () => unknown>;
const change = { _asks: false } as Change;

/** An engine that is no more than what `runEffects` asks of it. */
function world(own: Acts, decisions: Acts = {}) {
  const problems: string[] = [];
  const end = new AbortController();
  const engine = {
    ...own,
    _end: end,
    _decisions: { _made: () => decisions },
    _report: (code: string, at: string) => problems.push(`${code} ${at}`),
  };
  return { engine: engine as unknown as Engine, end, problems };
}
/** Every effect takes a note. */
const noting = (ran: string[]): Acts =>
  Object.fromEntries(EFFECTS.map((name) => [name, () => void ran.push(name)]));

describe("the effects of a change", () => {
  it("come in one order: stored, stopped, sealed, then released, told, erased", () => {
    expect(EFFECTS).toEqual([
      "_storeChoice",
      "_stopRefused",
      "_callOptOuts",
      "_denySignals",
      "_keepRecord",
      "_updateSignals",
      "_release",
      "_startServices",
      "_notify",
      "_updateUi",
      "_eraseLeftovers",
      "_confirmChoice",
      "_reload",
    ]);
  });

  it("run at once where none waits, each by who decides rather than by the engine", () => {
    const ran: string[] = [];
    const { engine } = world(noting(ran), { _release: () => void ran.push("decided release") });
    void runEffects(engine, change);
    expect(ran).toEqual(EFFECTS.map((name) => (name == "_release" ? "decided release" : name)));
  });

  it("leave out what nobody brought", async () => {
    const ran: string[] = [];
    const { engine, problems } = world({ _notify: () => void ran.push("told") });
    await runEffects(engine, change);
    expect([ran, problems]).toEqual([["told"], []]);
  });

  it("wait for one that gives a promise, and end with the page", async () => {
    const ran: string[] = [];
    let sealed!: () => void;
    const keep = (): Promise<void> => new Promise((resolve) => (sealed = resolve));
    const { engine, end } = world({ ...noting(ran), _keepRecord: keep });
    const done = runEffects(engine, change);
    await Promise.resolve();
    expect(ran).toEqual(EFFECTS.slice(0, 4));
    sealed();
    await done;
    expect(ran).toHaveLength(EFFECTS.length - 1);

    ran.length = 0;
    const again = runEffects(engine, change);
    end.abort();
    sealed();
    await again;
    expect(ran).toEqual(EFFECTS.slice(0, 4));
  });

  it("go on with the change that one of them gives, and with the same where it gives none", async () => {
    const heard: unknown[] = [];
    const other = { _asks: true } as Change;
    const note = (...given: readonly unknown[]): void => void heard.push(given[0]);
    const { engine } = world({
      _storeChoice: () => Promise.resolve(),
      _stopRefused: note,
      _keepRecord: () => Promise.resolve(other),
      _release: note,
    });
    await runEffects(engine, change);
    expect(heard).toEqual([change, other]);
  });

  it("are the engine's alone where no one has decided yet", async () => {
    const ran: string[] = [];
    const { engine, problems } = world(noting(ran));
    await runEffects({ ...engine, _decisions: { _made: () => undefined } } as never, change);
    expect([ran, problems]).toEqual([EFFECTS, []]);
  });

  it("are guarded each: one that throws or rejects is reported, and the next runs", async () => {
    const ran: string[] = [];
    const { engine, problems } = world({
      ...noting(ran),
      _stopRefused() {
        throw new Error("one");
      },
      _keepRecord: () => Promise.reject(new Error("two")),
    });
    await runEffects(engine, change);
    expect(problems).toEqual(["internal Error: one", "internal Error: two"]);
    expect(ran).toHaveLength(EFFECTS.length - 2);
  });
});
