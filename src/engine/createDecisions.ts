import { fitsCookie } from "../core/choice/cookieText.ts";
import { decide } from "../core/choice/decide.ts";
import { gpcIntent } from "../core/choice/gpcIntent.ts";
import { isInformed } from "../core/choice/isInformed.ts";
import type { Decision, Intent, State } from "../core/choice/state.ts";
import { prefer } from "../core/choice/prefer.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { transition } from "../core/choice/transition.ts";
import { isOption } from "../core/config/isOption.ts";
import { CHANNEL } from "../core/config/names.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import { releaseScripts, stopScripts, unstick, withholdScripts } from "../gate/stopScripts.ts";
import { attempt } from "../lib/attempt.ts";
import { base64url } from "../lib/base64url.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { isFramed } from "../lib/isFramed.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import { createChoiceStore } from "../storage/choiceStore.ts";
import { afterPaint } from "./afterPaint.ts";
import { createCleanUp } from "./createCleanUp.ts";
import { checkMarks } from "./checkMarks.ts";
import { createProofClient } from "./createProofClient.ts";
import type { Decisions } from "./decisions.ts";
import type { Engine, Loadable } from "./engine.ts";

/**
 * Makes what turns an intent, or news of the stored choice, into a change, and acts on it. `createLog` is given
 * where it came along, else it is fetched.
 */
export function createDecisions(engine: Engine, createLog?: Loadable["proof"]): Decisions {
  const { _config: config, _store: store, _env: env, _options: options, _report: report } = engine;
  const { _gate: gate } = engine;
  const { window, document } = env;
  const keep = parseKeep(options, engine._note);
  const rules = { ...keep, services: config.services };
  const proof = createProofClient(engine, keep, createLog);
  const cleanUp = createCleanUp(engine, proof);
  const { domain } = keep;
  const cookie = createChoiceStore({
    document,
    location: window.location,
    domain,
    hostOnly: config.hostOnly,
  });
  // Named before somebody decides, who would be asked again on the next page.
  const parent = `.${domain.replace(/^\./, "")}`;
  if (domain && !config.hostOnly && !`.${window.location.hostname}`.endsWith(parent)) {
    report("domain-foreign", domain);
  }
  // Looked for only where a visitor is asked: a misspelt option must not cost every page.
  if (!keysOf(options).every(isOption)) engine._note();
  checkMarks(engine);
  // What a grant will need: a click must not wait for it, nor do without it where the network is gone by then.
  if (gate.items().length && !gate.queue.late) void engine._parts.load("prepare").catch(() => {});
  /** Ends when the decision before is acted on. */
  let acting: Promise<unknown> = Promise.resolve();
  /** The text that this tab left in the cookie last. */
  let wrote = "";
  const framed = isFramed(window);

  const write = (text: string, days: number): boolean => {
    wrote = text;
    const kept = cookie.write(text, days);
    broadcast();
    return kept;
  };

  /** Puts a state in place, and acts on what that means. */
  const change = (state: State, decision?: Decision, notice = ""): Promise<void> => {
    const held = store.get();
    const { _services } = engine;
    const ran = {
      marked: gate.hasRun,
      started: (id: string) => _services?._started.has(id) ?? false,
    };
    const step = transition(held.state, state, rules, ran);
    store.set({ ...held, state });
    return engine._act({
      _after: state,
      _asks: !decision && state.pending.length > 0,
      _step: step,
      _decision: decision,
      _notice: notice,
    });
  };

  const keepChoice = (state: State): void => {
    const text = toCookie(state, config);
    // In somebody else's frame a click may be anything: such a choice ends with this page.
    if (!framed && !write(text, config.days)) {
      report(fitsCookie(text) ? "storage-refused" : "cookie-too-large", "cookie");
    }
    const stored = cookie.read();
    wrote = stored.text;
    store.set({ ...store.get(), state, stored });
  };

  const look = (): boolean => {
    const stored = cookie.read();
    const held = store.get();
    // A choice that ran out is gone from the cookie as well: the browser keeps it as long as it counts.
    if (stored.text == held.stored.text) return false;
    store.set({ ...held, stored });
    const state = engine._resume(stored);
    // Two tabs that write at the same moment may each be left with the other's cookie in Firefox, whose processes keep a
    // copy each: the one that wrote last is told of the one before. So one of two is kept by all: whoever
    // finds it in place of its own writes it again; a little shorter, because Firefox tells nobody of a cookie
    // that is as it was.
    if (state.decidedAt && wrote && prefer(stored.text, wrote) != wrote) {
      write(stored.text, config.days - 1e-3);
    }
    // The same effects, without a record of ours.
    void change(state);
    return true;
  };

  const decideHere = async (
    intent: Intent,
    seen?: State,
    notice = engine._ui._made()?._notice() ?? "",
  ): Promise<void> => {
    // Another tab was faster: what the visitor saw here is out of date and decides nothing.
    if (look() && seen && seen != store.get().state) return report("stale-choice");
    const newId = base64url(randomBytes(16));
    const decision = decide(store.get().state, intent, config, { now: env.now(), newId });
    const { unknown } = decision;
    for (const id of unknown) report("unknown-id", id);
    // What names nothing that is declared decides nothing: above all it refuses nothing else.
    if (unknown[0] && unknown.length == (keysOf(own(intent, "choices")).length || 1)) return;
    if (!isInformed(decision, notice)) return report("not-informed", intent.source);
    return change(decision.state, decision, notice);
  };

  return {
    _storeChoice({ _decision }) {
      if (_decision) keepChoice(_decision.state);
    },
    _stopRefused({ _decision, _step }) {
      const { method } = _decision ?? {};
      const forgets = method == "reject-all" || method == "withdraw";
      if (_decision ? forgets : _step?.lost.length) store.set({ ...store.get(), once: undefined });
      withholdScripts(gate);
      engine._embeds._made()?.withhold();
    },
    _callOptOuts: ({ _step }) => _step?.revoked.forEach(cleanUp._revoke),
    _keepRecord(task) {
      const { _decision, _step, _notice: notice = "" } = task;
      if (!_decision) return undefined;
      const language = (notice && engine._ui._made()?._language()) ?? "";
      // A withdrawal still belongs to the choice that it ends. A refusal with no log to go on with has a name of its own.
      const known = _decision.state.subjectId ?? _step?.before.subjectId;
      const subject = known ?? base64url(randomBytes(16));
      const shown = { subject, notice, language, framed };
      const sealed = proof._append(_decision, shown, ({ subject: subjectId }) => {
        // A cookie that refused had no id to go on with. The log has: what permits something gets it back.
        const { state, stored } = store.get();
        // Another choice came between: it is not ours to write over.
        if (state != task._after || cookie.read().text != stored.text) return;
        if (!state.subjectId || state.subjectId == subjectId) return;
        const named = Object.freeze({ ...state, subjectId });
        task._after = named;
        task._decision = { ..._decision, state: named };
        keepChoice(named);
      });
      // Side by side with the paint that answers the click; one decision after the other.
      return (acting = Promise.all([acting, sealed, afterPaint(window, document)]));
    },
    _release({ _step }) {
      if (!_step) return gate.start();
      releaseScripts(gate);
      engine._embeds._made()?.release();
    },
    _notify({ _after, _decision, _step }) {
      engine._emit("change", _after);
      if (!_step) engine._emit("ready", _after);
      if (_decision) engine._emit("decision", _decision);
      if (!_step?.lost.length) return;
      const lost = config.services.filter(({ id }) => _step.lost.includes(id));
      engine._emit("withdraw", { services: lost.map(({ id }) => id) });
    },
    _eraseLeftovers: ({ _step }) => _step && cleanUp._erase(_step),
    async _reload({ _step }) {
      if (!_step?.mustReload) return;
      await proof._flush();
      if (!engine._end.signal.aborted) window.location.reload();
    },
    _decide: decideHere,
    _order(kind, argument) {
      const choices = dict<boolean>();
      for (const id of keysOf(argument)) choices[id] = own(argument, id) === true;
      const id = argument == null ? {} : { id: String(argument) };
      const of = kind == "withdraw" ? id : {};
      return decideHere({ kind, choices, ...of, source: "api", trusted: false });
    },
    _heedGpc() {
      const intent = hasGpc(window.navigator) && gpcIntent(store.get().state, config, keep.gpc);
      if (intent) void decideHere(intent);
    },
    _look: look,
    _finish: cleanUp._finish,
    _unstick: (item) => unstick(gate.queue, item, report),
    _stopScripts: () => withholdScripts(gate),
    _releaseScripts: () => releaseScripts(gate),
    _proof: proof,
    _destroy() {
      stopScripts(gate, () => true);
      proof._destroy();
    },
  };
}

/** Tells other tabs. The message carries nothing: the stored choice is the one truth. */
function broadcast(): void {
  attempt(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage("");
    channel.close();
  });
}
