import { permits } from "../core/choice/permits.ts";
import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { createStore } from "../lib/createStore.ts";
import type { Consent } from "./consent.ts";
import { createEngine } from "./createEngine.ts";
import { createReporter } from "./createReporter.ts";
import type { Decisions } from "./decisions.ts";
import type { Context, Engine, Held, Parts } from "./engine.ts";
import { browserEnv, type Env } from "./env.ts";
import { prepareEngine } from "./prepareEngine.ts";
import { startEngine } from "./startEngine.ts";

/**
 * Makes an instance. Making is not starting: nothing is read, written or shown before `start()`. Between `start`
 * and the moment when the site's services have come there is no engine yet: what is asked meanwhile waits.
 *
 * @param options the site's configuration, of unknown origin; mistakes are reported, never thrown
 * @param parts what is loaded when it is needed
 * @param world the browser; tests pass another
 */
export function createInstance(
  options: unknown,
  parts: Parts,
  world: () => Env = browserEnv,
): Consent {
  const reporter = createReporter(options, parts);
  const { _report: report, _on: on } = reporter;
  const config = parseGate(options, reporter._note);
  const stored = storedChoice([]);
  const initial: Held = {
    _stored: stored,
    _state: resume(stored, config, 0),
    _leftover: [],
    _once: undefined,
  };
  const store = createStore(initial);
  const permitted = (ids: string): boolean => permits(store.get()._state, ids);
  /** Absent before the start and after the end. */
  let end: AbortController | undefined;
  let engine: Engine | undefined;
  const waiting = new Set<(engine?: Engine) => void>();

  /** Acts where there is an engine, or when there is one; gives nothing where there will be none. */
  const withEngine = <Result>(
    what: string,
    act: (engine: Engine) => Result,
  ): Promise<Awaited<Result> | undefined> =>
    new Promise((resolve) => {
      const go = (made?: Engine): void =>
        resolve(
          made?._config._usable
            ? (act(made) as Awaited<Result>)
            : (report("not-started", what) as undefined),
        );
      if (end && !engine) waiting.add(go);
      else go(engine);
    });
  const settle = (): void => {
    for (const act of waiting) act(engine);
    waiting.clear();
  };
  const withDecisions = <Result>(
    what: string,
    act: (decisions: Decisions) => Result,
  ): Promise<Awaited<Result> | undefined> =>
    withEngine(what, ({ _decisions }) => _decisions._use(act));
  const decide =
    (kind: "accept-all" | "reject-all" | "save" | "withdraw") =>
    (argument?: unknown): Promise<void> =>
      withDecisions(kind, (it) => it._order(kind, argument));
  const ask =
    <Verb extends keyof Consent["proof"]>(verb: Verb): Consent["proof"][Verb] =>
    () =>
      withDecisions(verb, (it) => it._proof[verb]()) as never;

  return Object.freeze({
    start() {
      if (end) return report("already-started");
      const env = world();
      const { signal } = (end = new AbortController());
      const context: Context = {
        ...reporter,
        _options: options,
        _parts: parts,
        _env: env,
        _end: end,
        _store: store,
        _permits: permitted,
      };
      reporter._start(env.document);
      prepareEngine(context, config, (complete, equip) => {
        if (signal.aborted) return;
        const made = createEngine(complete, context, equip);
        const go = (take?: () => void): void => {
          if (signal.aborted) return;
          engine = made;
          startEngine(made, take);
          settle();
        };
        if (made._open) made._open(made, go);
        else go();
      });
    },
    destroy() {
      engine?._decisions._made()?._destroy();
      engine?._ui._made()?._destroy();
      engine?._embeds._made()?._destroy();
      end?.abort();
      end = engine = undefined;
      store.set(initial);
      reporter._stop();
      settle();
    },
    get state() {
      return store.get()._state;
    },
    permits: permitted,
    acceptAll: decide("accept-all"),
    rejectAll: decide("reject-all"),
    save: decide("save"),
    withdraw: decide("withdraw"),
    show(view = "preferences", part = "") {
      void withEngine(view, ({ _ui }) => _ui._use((ui) => ui._show(view, part)));
    },
    hide: () => engine?._ui._made()?._hide(),
    when: (ids, options) =>
      new Promise<void>((resolve, reject) => {
        const signal = options?.signal;
        const giveUp = (): void => {
          off();
          reject(signal?.reason as Error); // Does nothing where it has resolved.
        };
        const off = on("change", () => {
          if (permitted(ids)) resolve(queueMicrotask(giveUp));
        });
        signal?.addEventListener("abort", giveUp);
        if (signal?.aborted) giveUp();
      }),
    on,
    observe(root) {
      /** Null once it is no longer wanted. */
      let undo: (() => void) | null | undefined;
      void withEngine("observe", (made) => undo === null || (undo = made._observe(root)));
      return () => {
        undo?.();
        undo = null;
      };
    },
    proof: Object.freeze({
      records: ask("records"),
      verify: ask("verify"),
      export: ask("export"),
    }),
  } satisfies Consent);
}
