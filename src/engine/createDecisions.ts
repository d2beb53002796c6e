import { isOption } from "../core/config/isOption.ts";
import { CLEAN_UP } from "../core/config/names.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import { releaseScripts, stopScripts, unstick, withholdScripts } from "../gate/stopScripts.ts";
import { attempt } from "../lib/attempt.ts";
import { base64url } from "../lib/base64url.ts";
import { isFramed } from "../lib/isFramed.ts";
import { keysOf } from "../lib/keysOf.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import { afterPaint } from "./afterPaint.ts";
import { createChoice } from "./createChoice.ts";
import { createCleanUp } from "./createCleanUp.ts";
import { createCover } from "./createCover.ts";
import { checkMarks } from "./checkMarks.ts";
import { createIntents } from "./createIntents.ts";
import { fetchLate } from "./fetchLate.ts";
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
  const choice = createChoice(engine, keep);
  const proof = createProofClient(engine, keep, createLog);
  const cleanUp = createCleanUp(engine);
  /** The choice whose record is on disk: what the page brings before the next one is waits as what stands there does. */
  let acted = store.get()._state;
  const needsPage = createCover(engine, keep, () => acted);
  checkDomain(engine, keep);
  // Looked for only where a visitor is asked: a misspelt option must not cost every page.
  if (!keysOf(options).every(isOption)) engine._note();
  checkMarks(engine);
  const useLate = fetchLate(engine);
  /** Ends when the decision before is acted on. */
  let acting: Promise<unknown> = Promise.resolve();
  const framed = isFramed(window);

  return {
    _storeChoice({ _decision, _click }) {
      if (_decision && !_click) choice._keep(_decision.state);
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
      const { _after, _decision, _step, _click: click, _notice: notice = "" } = task;
      // A category that is asked for besides leaves the answers what they are, and a record of them due.
      const isAnswer = _after.services != _step?.before.services;
      if (!_decision) return void (isAnswer && (acted = _after));
      const language = (notice && engine._ui._made()?._language()) ?? "";
      // A withdrawal still belongs to the choice that it ends. A refusal with no log to go on with has a name of its own.
      const known = _decision.state.subjectId ?? _step?.before.subjectId;
      const path = click?.page ?? window.location.pathname;
      const shown = { notice, language, framed, path };
      let next = task;
      const goOn = ({ subject: subjectId }: { subject: string }): void => {
        // A cookie that refused had no id to go on with. The log has: what permits something gets it back.
        const { _state: state, _stored: stored } = store.get();
        if (!state.subjectId || state.subjectId == subjectId) return;
        // Another choice came between: it is not ours to write over.
        if (state != _after || choice._read()._text != stored._text) return;
        const named = Object.freeze({ ...state, subjectId });
        next = { ...task, _after: named, _decision: { ..._decision, state: named } };
        choice._publish(named);
      };
      // The paint that answers the click comes first: sealing takes a while on a slow device. One decision after the other.
      const painted = afterPaint(window, document);
      const named = () => ({ ...shown, subject: known ?? base64url(randomBytes(16)) });
      const sealed = painted.then(() => proof._append(_decision, named(), goOn));
      // Other tabs hear of it while the database works. What was answered before there was code stays in the cookie as it is
      // until its record is on disk.
      const kept = click
        ? sealed.then(() => choice._publish(next._after))
        : painted.then((isLast) => void (isLast ? choice._tell() : setTimeout(choice._tell)));
      acting = Promise.all([acting, sealed, kept]);
      return acting.then(() => {
        // Another choice that came between has its own record, or needs none here.
        if (store.get()._state.services == next._after.services) acted = next._after;
        return next;
      });
    },
    _release({ _step }) {
      if (!_step) return gate._start();
      useLate();
      releaseScripts(gate);
      engine._embeds._made()?._release();
    },
    _confirmChoice: ({ _decision }) => _decision && choice._confirm(),
    _notify({ _after, _decision, _step }) {
      engine._emit("change", _after);
      if (!_step) engine._emit("ready", _after);
      if (_decision) engine._emit("decision", _decision);
      if (!_step?.lost.length) return;
      const lost = config.services.filter(({ id }) => _step.lost.includes(id));
      engine._emit("withdraw", { services: lost.map(({ id }) => id) });
    },
    _eraseLeftovers: ({ _step }) => _step && cleanUp._erase(_step),
    async _reload(change) {
      const { _step } = change;
      if (!needsPage(change) && !_step?._mustReload) return;
      await proof._flush();
      if (!engine._end.signal.aborted) window.location.reload();
    },
    ...createIntents(engine, keep, choice),
    _look: choice._look,
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

/** A domain that no cookie takes is named before someone decides, who would be asked again on the next page. */
function checkDomain(
  { _config: config, _env: env, _report: report }: Engine,
  { domain }: KeepConfig,
): void {
  const parent = `.${domain.replace(/^\./, "")}`;
  if (domain && !config._hostOnly && !`.${env.window.location.hostname}`.endsWith(parent)) {
    report("domain-foreign", domain);
  }
}
