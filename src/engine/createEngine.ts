import { splitIds } from "../core/choice/permits.ts";
import { resume } from "../core/choice/resume.ts";
import type { State } from "../core/choice/state.ts";
import type { StoredChoice } from "../core/choice/storedChoice.ts";
import type { GateConfig } from "../core/config/config.ts";
import { unusedBySite } from "../core/config/unusedBySite.ts";
import { cookieName } from "../core/config/names.ts";
import type { Embeds } from "../gate/createEmbeds.ts";
import { createGate } from "../gate/createGate.ts";
import { headMark } from "../head/headData.ts";
import { readChoice } from "../storage/readChoice.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import type { EngineUi } from "./engineUi.ts";
import type { Decisions } from "./decisions.ts";
import { runEffects } from "./effects.ts";
import type { Context, Engine, EngineBase, Equip, Lazy } from "./engine.ts";

/**
 * Makes the engine of a page from what is complete: reads the stored choice, and keeps the gate closed.
 * What is here is what a returning visitor needs; what decides and what shows come when they are needed.
 */
export function createEngine(given: GateConfig, context: Context, equip?: Equip): Engine {
  const { _env: env, _parts: parts, _end: end, _report: report, _store: store } = context;
  const idle = new Set(unusedBySite(given));
  const config = { ...given, _idle: idle };
  const { window, document } = env;

  const read = (): StoredChoice =>
    readChoice(cookieName(config._hostOnly, window.location.protocol == "https:"), document);
  const stored = read();
  const meaning = (choice: StoredChoice): State => resume(choice, config, env.now());

  /** Makes a part once; a file that did not come is tried again. */
  const lazily = <Part>(name: "decisions" | "host" | "embeds"): Lazy<Part> => {
    let made: Part | undefined;
    return {
      _made: () => made,
      async _use<Result>(act: (part: Part) => Result): Promise<Awaited<Result> | undefined> {
        try {
          // A file is asked for once: even one that is there is given in a later task, and a click waits.
          const create = made || (parts._bundled[name] ?? (await parts._load(name)));
          // Destroyed, perhaps while it was fetched: no one is left to use it.
          if (end.signal.aborted) return undefined;
          made ??= (create as (engine: Engine) => Part)(engine);
        } catch {
          report("ui-unavailable", name);
          return undefined;
        }
        return act(made) as Awaited<Result>;
      },
    };
  };
  const decisions = lazily<Decisions>("decisions");
  const ui = lazily<EngineUi>("host");
  const embeds = lazily<Embeds>("embeds");

  /** The page uses these ids: asks where one of them is a category that no one was asked for. */
  const needs = (ids: string, isStart?: boolean): void => {
    for (const token of splitIds(ids)) {
      const id = token.replace("!", "");
      if (!idle.delete(id) || isStart || context._permits(id) || context._permits(`!${id}`))
        continue;
      parts._prefetch?.();
      void decisions._use((it) => it._ask());
    }
  };

  const gate = createGate({
    ...env,
    _end: end,
    _nonce: config.nonce || parts._nonce,
    _ownNonce: parts._nonce,
    _early: headMark(window)?.early,
    _report: report,
    _permits: (ids) => context._permits(ids) || !!store.get()._once?.(ids),
    _onRoot: (root) => embeds._made()?._observe(root),
    _onEmbed: () => void (embeds._made() ?? embeds._use(() => {})),
    _onShut: () => void decisions._use((it) => it._stopScripts()),
    _onHang: (item) => void decisions._use((it) => it._unstick(item)),
    _onLate: () =>
      void parts._load("late").then(
        (createLate) => gate._queue._useLate(createLate(window, document, env._patience)),
        () => report("ui-unavailable", "late"),
      ),
    _onMark: needs,
    _onMarkup: (element) => void ui._use((it) => it._fill(element)),
    _onInsert: () => ui._made()?._rehome(),
  });
  // What is there already is known before the first word.
  const marked = [...document.querySelectorAll("[data-consent]:not(form)")].filter(
    (one) => !isIgnored(one),
  );
  for (const element of marked) needs(element.getAttribute("data-consent")!, true);
  // No one knows what a site uses that says nothing of it: the usual is asked for.
  if (!marked.length && !given.services.length) idle.clear();
  store.set({ ...store.get(), _stored: stored, _state: meaning(stored) });
  const base: EngineBase = {
    ...context,
    _config: config,
    _gate: gate,
    _read: read,
    _resume: meaning,
  };
  const engine: Engine = {
    ...base,
    _decisions: decisions,
    _ui: ui,
    _embeds: embeds,
    _needs: needs,
    _channels: [],
    _observe: gate._observe,
    _act: (change) => runEffects(engine, change),
    // As long as nothing was decided on the page, there is nothing to act on but its start.
    _release: gate._start,
    _notify({ _after }) {
      context._emit("change", _after);
      context._emit("ready", _after);
    },
    _destroy() {
      for (const part of [decisions, ui, embeds]) part._made()?._destroy();
    },
    _updateUi({ _asks }) {
      ui._made()?._update();
      if (_asks) void ui._use((it) => it._show("banner"));
    },
    ...equip?.(base),
  };
  return engine;
}
