import { decide } from "../core/choice/decide.ts";
import { readClick, type EarlyClick } from "../core/choice/earlyClick.ts";
import { gpcIntent } from "../core/choice/gpcIntent.ts";
import { isInformed } from "../core/choice/isInformed.ts";
import { optionalCategories } from "../core/choice/optionalCategories.ts";
import { shownHash } from "../core/choice/shownHash.ts";
import type { Intent, State } from "../core/choice/state.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { base64url } from "../lib/base64url.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { isAsked } from "../lib/isAsked.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import type { Choice } from "./createChoice.ts";
import type { Decisions } from "./decisions.ts";
import type { Engine } from "./engine.ts";

const DAY_S = 86_400;

/** What a person, the page's own code or the browser wants: each ends in `decide` of core. */
export type Intents = Pick<Decisions, "_decide" | "_seal" | "_order" | "_heedGpc" | "_ask">;

export function createIntents(engine: Engine, { gpc }: KeepConfig, choice: Choice): Intents {
  const { _config: config, _store: store, _env: env, _report: report, _ui: ui } = engine;
  const { navigator } = env.window;
  /** The log has one name for one browser. Drawn now: the first draw takes a while, and a click has no time. */
  const newId = base64url(randomBytes(16));

  const decideHere = async (
    intent: Intent,
    seen?: State,
    notice = ui._made()?._notice() ?? "",
    click?: EarlyClick,
  ): Promise<void> => {
    // Another tab was faster: what the visitor saw here is out of date and decides nothing.
    if (choice._look() && seen && seen != store.get()._state) return report("stale-choice");
    const { _state: before } = store.get();
    // Where nothing asks for consent there is nothing to accept.
    if (
      intent.kind == "accept-all" &&
      !optionalCategories(config).some((id) => isAsked(before, id))
    )
      return;
    const decision = decide(before, intent, config, {
      now: click ? click.at * 1000 : env.now(),
      newId,
    });
    const { unknown } = decision;
    for (const id of unknown) report("unknown-id", id);
    // What names nothing that is declared decides nothing: above all it refuses nothing else.
    if (unknown[0] && unknown.length == (keysOf(own(intent, "choices")).length || 1)) return;
    if (!isInformed(decision, notice)) return report("not-informed", intent.source);
    return choice._change(decision.state, decision, notice, click);
  };

  const signalled = (state: State): ReturnType<typeof gpcIntent> | false =>
    hasGpc(navigator) && gpcIntent(state, config, gpc);
  const heedGpc = async (): Promise<void> => {
    const intent = signalled(store.get()._state);
    if (intent) await decideHere(intent);
  };

  return {
    _decide: decideHere,
    async _seal(click, words, notice) {
      const { _state: state } = store.get();
      const age = env.now() / 1000 - click.at;
      const isRecent = age <= config.days * DAY_S && age >= -DAY_S;
      if (!isRecent || click.shown != shownHash(words, state, config)) {
        report("stale-choice");
        return false;
      }
      const stored = choice._read();
      if (readClick(stored._text)) store.set({ ...store.get(), _stored: stored });
      const { kind, isTrusted: trusted } = click;
      await decideHere({ kind, source: "banner", trusted }, state, notice, click);
      return true;
    },
    _order(kind, argument) {
      const choices = dict<boolean>();
      for (const id of keysOf(argument)) choices[id] = own(argument, id) === true;
      const id = argument == null ? {} : { id: String(argument) };
      const of = kind == "withdraw" ? id : {};
      return decideHere({ kind, choices, ...of, source: "api", trusted: false });
    },
    _heedGpc: heedGpc,
    async _ask() {
      // Later: a component may be asking while it is rendered.
      await Promise.resolve();
      const { _state: state } = store.get();
      const fresh = optionalCategories(config).filter(
        (id) => !config._idle!.has(id) && !isAsked(state, id),
      );
      if (!fresh.length) return;
      const pending = Object.freeze([...state.pending, ...fresh]);
      const next = Object.freeze({ ...state, status: "undecided" as const, pending });
      if (!signalled(next)) return void choice._change(next);
      // The browser's signal speaks for the visitor; what it leaves open is asked.
      store.set({ ...store.get(), _state: next });
      void heedGpc().then(() => {
        if (store.get()._state.pending.length) void ui._use((it) => it._show("banner"));
      });
    },
  };
}
