import { decide } from "../../src/core/choice/decide.ts";
import { permits } from "../../src/core/choice/permits.ts";
import type { Intent, State } from "../../src/core/choice/state.ts";
import { transition, type Transition } from "../../src/core/choice/transition.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import type { Change } from "../../src/engine/effect.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { undecided } from "../../src/engine/undecided.ts";
import { createStore } from "../../src/lib/createStore.ts";

export const NOW: number = Date.UTC(2026, 4, 3);

/** An engine that has a configuration and a state, and nothing around it: no page, no interface, no files. */
export interface BareEngine {
  readonly engine: Engine;
  /** `code at` of each problem. */
  readonly problems: string[];
  /** `folder/name` of each file that was asked for. */
  readonly asked: string[];
  /** The files that can be had; all others cannot. */
  readonly files: Record<string, unknown>;
  /** Decides, puts the state in place, and gives what that means. */
  choose(choices: Record<string, boolean>): Change & { readonly _step: Transition };
  readonly state: State;
}

/** Makes one; `fields` are laid over what it has. */
export function bareEngine(options: object = {}, fields: object = {}): BareEngine {
  const problems: string[] = [];
  const asked: string[] = [];
  const files: Record<string, unknown> = {};
  const all = { controller: { name: "Acme BV" }, ...options };
  const _config = parseGate(all, () => problems.push("note"));
  const _store = createStore(undecided(_config));
  const { get, set } = _store;
  const engine = {
    _options: all,
    _config,
    _store,
    _end: new AbortController(),
    _env: { window: { navigator: {} }, now: () => NOW },
    _parts: {
      _signals: [],
      _locales: [],
      _bundled: {},
      _load(name: string, folder = "") {
        asked.push(folder + name);
        return folder + name in files
          ? Promise.resolve(files[folder + name])
          : Promise.reject(new Error("offline"));
      },
    },
    _permits: (ids: string) => permits(get()._state, ids),
    _report: (code: string, at = "") => void problems.push(`${code} ${at}`.trim()),
    _note: () => void problems.push("note"),
    ...fields,
  } as unknown as Engine;
  return {
    engine,
    problems,
    asked,
    files,
    choose(choices) {
      const before = get()._state;
      const intent: Intent = { kind: "save", choices, source: "api", trusted: false };
      const decision = decide(before, intent, _config, { now: NOW, newId: "subject-0001" });
      set({ ...get(), _state: decision.state });
      const rules = { ..._config, reload: "auto" as const };
      return {
        _after: decision.state,
        _asks: false,
        _decision: decision,
        _step: transition(before, decision.state, rules),
      };
    },
    get state() {
      return get()._state;
    },
  };
}
