import { permits } from "../core/choice/permits.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { createStore } from "../lib/createStore.ts";
import type { Consent } from "./consent.ts";
import { createReporter } from "./createReporter.ts";
import { createWhen } from "./createWhen.ts";
import type { Decisions } from "./decisions.ts";
import type { Context, Engine, Parts } from "./engine.ts";
import { browserEnv, type Env } from "./env.ts";
import { openEngine } from "./openEngine.ts";
import { undecided } from "./undecided.ts";

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
  const store = createStore(undecided(config));
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
      const go = (made?: Engine): void => {
        if (made?._config._usable) resolve(act(made) as Awaited<Result>);
        else resolve(report("not-started", what) as undefined);
      };
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

  /** Page code that asks for an id uses it, as a marked element does. */
  const asked = (ids: string): boolean => {
    engine?._needs(ids);
    return permitted(ids);
  };

  return Object.freeze({
    start() {
      if (end) return report("already-started");
      const env = world();
      end = new AbortController();
      const context: Context = {
        ...reporter,
        _options: options,
        _parts: parts,
        _env: env,
        _end: end,
        _store: store,
        _permits: (ids) => permitted(ids) && !store.get()._waits?.(ids),
      };
      reporter._start(env.document);
      openEngine(context, config, (made) => (engine = made), settle);
    },
    destroy() {
      engine?._destroy();
      end?.abort();
      end = engine = undefined;
      store.set(undecided(config));
      reporter._stop();
      settle();
    },
    get state() {
      return store.get()._state;
    },
    permits: asked,
    acceptAll: decide("accept-all"),
    rejectAll: decide("reject-all"),
    save: decide("save"),
    withdraw: decide("withdraw"),
    show(view = "preferences", part = "") {
      void withEngine(view, ({ _ui }) => _ui._use((ui) => ui._show(view, part)));
    },
    hide: () => engine?._ui._made()?._hide(),
    when: createWhen(on, asked),
    on,
    observe(root) {
      const wanted = new AbortController();
      const { signal } = wanted;
      void withEngine("observe", (made) => {
        if (!signal.aborted) signal.addEventListener("abort", made._observe(root));
      });
      return () => wanted.abort();
    },
    proof: Object.freeze({
      records: ask("records"),
      verify: ask("verify"),
      export: ask("export"),
    }),
  } satisfies Consent);
}
