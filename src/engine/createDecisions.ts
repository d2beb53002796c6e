import { fitsCookie } from "../core/choice/cookieText.ts";
import { decide } from "../core/choice/decide.ts";
import { gpcIntent } from "../core/choice/gpcIntent.ts";
import { isInformed } from "../core/choice/isInformed.ts";
import type { Decision, Intent, State } from "../core/choice/state.ts";
import { prefer } from "../core/choice/prefer.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { transition } from "../core/choice/transition.ts";
import { isOption } from "../core/config/isOption.ts";
import { CHANNEL, CLEAN_UP } from "../core/config/names.ts";
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
  const cleanUp = createCleanUp(engine);
  const { domain } = keep;
  const cookie = createChoiceStore({
    document,
    location: window.location,
    domain,
    hostOnly: config._hostOnly,
  });
  // Named before somebody decides, who would be asked again on the next page.
  const parent = `.${domain.replace(/^\./, "")}`;
  if (domain && !config._hostOnly && !`.${window.location.hostname}`.endsWith(parent)) {
    report("domain-foreign", domain);
  }
  // Looked for only where a visitor is asked: a misspelt option must not cost every page.
  if (!keysOf(options).every(isOption)) engine._note();
  checkMarks(engine);
  // What a grant will need: a click must not wait for it, nor do without it where the network is gone by then.
  if (gate._items().length && !gate._queue._late)
    void engine._parts._load("prepare").catch(() => {});
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
    });
  };

  const keepChoice = (state: State): void => {
    const text = toCookie(state, config);
    // In somebody else's frame a click may be anything: such a choice ends with this page.
    const isKept = !framed && write(text, config.days);
    if (!framed && !isKept) {
      report(fitsCookie(text) ? "storage-refused" : "cookie-too-large", "cookie");
    }
    // A read asks another process, and a click has time for few.
    const stored = isKept ? storedChoice([text]) : cookie.read();
    wrote = stored._text;
    store.set({ ...store.get(), _state: state, _stored: stored });
  };

  const look = (): boolean => {
    const stored = cookie.read();
    const held = store.get();
    // A choice that ran out is gone from the cookie as well: the browser keeps it as long as it counts.
    if (stored._text == held._stored._text) return false;
    store.set({ ...held, _stored: stored });
    const state = engine._resume(stored);
    // Two tabs that write at the same moment may each be left with the other's cookie in Firefox, whose processes keep a
    // copy each: the one that wrote last is told of the one before. So one of two is kept by all: whoever
    // finds it in place of its own writes it again; a little shorter, because Firefox tells nobody of a cookie
    // that is as it was.
    if (state.decidedAt && wrote && prefer(stored._text, wrote) != wrote) {
      write(stored._text, config.days - 1e-3);
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
    if (look() && seen && seen != store.get()._state) return report("stale-choice");
    const newId = base64url(randomBytes(16));
    const decision = decide(store.get()._state, intent, config, { now: env.now(), newId });
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
      const isLess = !!_step?.lost.length;
      const hadOnce = !!store.get()._once;
      const forgets = _decision ? method == "reject-all" || method == "withdraw" : isLess;
      if (hadOnce && forgets) store.set({ ...store.get(), _once: undefined });
      // A first answer takes nothing away: a click has no time to look at each script for nothing.
      if (!isLess && !hadOnce && !_step?.before.refused.length) return;
      withholdScripts(gate);
      engine._embeds._made()?._withhold();
    },
    _callOptOuts: ({ _step }) =>
      _step?._revoked.forEach((service) => engine._services?._revoke(service)),
    _keepRecord(task) {
      const { _decision, _step, _notice: notice = "" } = task;
      if (!_decision) return undefined;
      const language = (notice && engine._ui._made()?._language()) ?? "";
      // A withdrawal still belongs to the choice that it ends. A refusal with no log to go on with has a name of its own.
      const known = _decision.state.subjectId ?? _step?.before.subjectId;
      const subject = known ?? base64url(randomBytes(16));
      const shown = { subject, notice, language, framed };
      const goOn = ({ subject: subjectId }: { subject: string }): void => {
        // A cookie that refused had no id to go on with. The log has: what permits something gets it back.
        const { _state: state, _stored: stored } = store.get();
        // Another choice came between: it is not ours to write over.
        if (state != task._after || cookie.read()._text != stored._text) return;
        if (!state.subjectId || state.subjectId == subjectId) return;
        const named = Object.freeze({ ...state, subjectId });
        task._after = named;
        task._decision = { ..._decision, state: named };
        keepChoice(named);
      };
      // The paint that answers the click comes first: sealing takes a while on a slow device. One decision after the other.
      const sealed = afterPaint(window, document).then(() => proof._append(_decision, shown, goOn));
      return (acting = Promise.all([acting, sealed]));
    },
    _release({ _step }) {
      if (!_step) return gate._start();
      releaseScripts(gate);
      engine._embeds._made()?._release();
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
      if (!_step?._mustReload) return;
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
      const intent = hasGpc(window.navigator) && gpcIntent(store.get()._state, config, keep.gpc);
      if (intent) void decideHere(intent);
    },
    _look: look,
    _finish() {
      void proof._flush();
      const isCut = attempt(() => CLEAN_UP in window.sessionStorage);
      if (isCut || store.get()._state.lapse) cleanUp._finish();
    },
    _unstick: (item) => unstick(gate._queue, item, report),
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
