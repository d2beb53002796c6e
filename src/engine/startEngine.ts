import { CLEAN_UP, OUTBOX } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { own } from "../lib/own.ts";
import type { Engine } from "./engine.ts";
import { listenToPage } from "./listenToPage.ts";

/** Acts on the choice that was read, asks where there is none, and listens to what the page brings. */
export function startEngine(engine: Engine, take?: () => void): void {
  const { _config, _store, _decisions, _ui, _env, _end } = engine;
  const { window } = _env;
  const { _state: state, _stored: stored } = _store.get();
  const asks = _config._usable && !take && !!state.pending[0];
  // Before the gate asks for what stands in for an embed.
  if (asks) engine._parts._prefetch?.();
  void engine._act({
    _after: state,
    _asks: asks,
  });
  if (!_config._usable) return;
  take?.();
  // Also for who has decided before.
  if (own(engine._options, "reopenButton") === true) void _ui._use((ui) => ui._stand());
  // The first look into a page's storage takes a while, and where no choice is kept there is nothing to finish.
  if (stored._is != "none") {
    setTimeout(() => {
      // Whether an earlier page left something to do: a clean-up, or records to deliver.
      const isUnfinished = attempt(
        () => state.lapse || CLEAN_UP in window.sessionStorage || OUTBOX in window.localStorage,
      );
      if (isUnfinished) void _decisions._use((it) => it._finish());
    });
  }
  listenToPage(
    window,
    _end.signal,
    engine._channels,
    () => {
      if (engine._read()._text != _store.get()._stored._text)
        void _decisions._use((it) => it._look());
    },
    (part) => void _ui._use((ui) => ui._show("preferences", part)),
  );
}
