import { permits } from "../core/choice/permits.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { headMark } from "../head/headData.ts";
import { createStore } from "../lib/createStore.ts";
import type { Consent } from "./consent.ts";
import { createReporter } from "./createReporter.ts";
import { createWhen } from "./createWhen.ts";
import type { Decisions } from "./decisions.ts";
import type { Context, Engine, Parts } from "./engine.ts";
import { browserEnv, type Env } from "./env.ts";
import { openEngine } from "./openEngine.ts";
import { undecided } from "./undecided.ts";

/** Acts on a part, and gives what that gives; nothing where there is no such part. */
type Act<Part> = <Result>(
  what: string,
  act: (part: Part) => Result,
) => Promise<Awaited<Result> | undefined>;

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
  /** Makes the engine, where that waits for the first frame. */
  let open: (() => void) | undefined;
  /** Absent before the start and after the end. */
  let end: AbortController | undefined;
  let engine: Engine | undefined;
  const waiting: (() => void)[] = [];

  /** Who asks for anything has it made now. */
  const made = (): Engine | undefined => {
    open?.();
    return engine;
  };
  const settle = (): void => waiting.splice(0).forEach((act) => act());

  /** Acts where there is an engine, or when there is one; gives nothing where there will be none. */
  const withEngine: Act<Engine> = (what, act) =>
    new Promise((resolve) => {
      waiting.push(() =>
        resolve((engine?._config._usable ? act(engine) : report("not-started", what)) as never),
      );
      if (!end || made()) settle();
    });
  const withDecisions: Act<Decisions> = (what, act) =>
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
    made()?._needs(ids);
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
        _permits: (ids) => (store.get()._mayAct ?? permitted)(ids),
      };
      reporter._start(env.document);
      open = () => {
        open = undefined;
        openEngine(context, config, (made) => (engine = made), settle);
      };
      // An undecided visitor is permitted nothing, and the banner that came with the HTML stands without us.
      void (headMark(env.window)?.banner?.painted?.then(() => open?.()) ?? open());
    },
    destroy() {
      engine?._destroy();
      end?.abort();
      open = end = engine = undefined;
      store.set(undecided(config));
      reporter._stop();
      settle();
    },
    get state() {
      made();
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
