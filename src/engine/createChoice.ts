import type { EarlyClick } from "../core/choice/earlyClick.ts";
import { fitsCookie } from "../core/choice/cookieText.ts";
import { prefer } from "../core/choice/prefer.ts";
import type { Decision, State } from "../core/choice/state.ts";
import { storedChoice, type StoredChoice } from "../core/choice/storedChoice.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { transition } from "../core/choice/transition.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { attempt } from "../lib/attempt.ts";
import { isFramed } from "../lib/isFramed.ts";
import { createChoiceStore } from "../storage/choiceStore.ts";
import type { Engine } from "./engine.ts";

/** The visitor's choice: what is stored, and what the page goes by. */
export interface Choice {
  /** Puts a state in place, and acts on what that means. */
  _change(state: State, decision?: Decision, notice?: string, click?: EarlyClick): Promise<void>;
  /** Stores a state. What became of it `_confirm` sees. */
  _keep(state: State): void;
  /** Stores a state, and tells other tabs. */
  _publish(state: State): void;
  /** Sees whether what was stored last is kept, and reports it where it is not. */
  _confirm(): void;
  /** Tells other tabs. */
  _tell(): void;
  /** Reads the stored choice again, and follows it if another tab changed it. */
  _look(): boolean;
  /** What is stored now. */
  _read(): StoredChoice;
}

export function createChoice(engine: Engine, keep: KeepConfig): Choice {
  const { _config: config, _store: store, _env, _gate: gate, _report: report } = engine;
  const { window, document } = _env;
  const { location } = window;
  const rules = { ...keep, services: config.services };
  const { _hostOnly: hostOnly } = config;
  const cookie = createChoiceStore({
    document,
    location,
    domain: keep.domain,
    hostOnly,
    _find: engine._read,
  });
  /** The text that this tab left in the cookie last. */
  let wrote = "";

  /** In someone else's frame a click may be anything: such a choice ends with this page. */
  const framed = isFramed(window);

  const write = (text: string, days: number): void => {
    wrote = text;
    cookie.write(text, days);
  };

  const keepState = (state: State): void => {
    const text = toCookie(state, config);
    if (!framed) write(text, config.days);
    store.set({
      ...store.get(),
      _state: state,
      _stored: framed ? cookie.read() : storedChoice([text]),
    });
  };
  /** The message carries nothing: the stored choice is the one truth. A channel does not hear itself, so only others look. */
  const tell = (): void => {
    if (!framed) attempt(() => engine._channels[0]!.postMessage(""));
  };

  const change: Choice["_change"] = (state, decision, notice = "", click) => {
    const held = store.get();
    const { _services } = engine;
    const ran = {
      marked: gate._hasRun,
      started: (id: string) => _services?._started.has(id) ?? false,
    };
    const step = transition(held._state, state, rules, ran);
    store.set({ ...held, _state: state });
    return engine._act({
      _after: state,
      _asks: !decision && state.pending.length > 0,
      _step: step,
      _decision: decision,
      _notice: notice,
      ...(click && { _click: click }),
    });
  };

  return {
    _change: change,
    _keep: keepState,
    _publish(state) {
      keepState(state);
      tell();
    },
    _confirm() {
      if (framed || cookie.confirm()) return;
      report(fitsCookie(wrote) ? "storage-refused" : "cookie-too-large", "cookie");
      const stored = cookie.read();
      wrote = stored._text;
      store.set({ ...store.get(), _stored: stored });
    },
    _tell: tell,
    _look() {
      const stored = cookie.read();
      const held = store.get();
      // A choice that ran out is gone from the cookie as well: the browser keeps it as long as it counts.
      if (stored._text == held._stored._text) return false;
      store.set({ ...held, _stored: stored });
      const state = engine._resume(stored);
      // Two tabs that write at the same moment may each be left with the other's cookie in Firefox, whose processes keep
      // a copy each: the one that wrote last hears of the one before. So one of two is kept by all: the tab that
      // finds it in place of its own writes it again; a little shorter, because Firefox tells no one of a cookie
      // that is as it was.
      if (state.decidedAt && wrote && prefer(stored._text, wrote) != wrote) {
        write(stored._text, config.days - 1e-3);
        tell();
      }
      // The same effects, without a record of ours.
      void change(state);
      return true;
    },
    _read: () => cookie.read(),
  };
}
