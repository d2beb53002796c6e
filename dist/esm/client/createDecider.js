import { NECESSARY } from '../core/config.js';
import { fitsCookie } from '../core/cookieText.js';
import { decide } from '../core/decide.js';
import { isOption } from '../core/isOption.js';
import { parseKeep } from '../core/parseKeep.js';
import { permits } from '../core/permits.js';
import { toCookie } from '../core/toCookie.js';
import { createWarden } from '../gate/createWarden.js';
import { createLateEvents } from '../gate/lateEvents.js';
import { attempt } from '../lib/attempt.js';
import { base64url } from '../lib/base64url.js';
import { dict } from '../lib/dict.js';
import { hasGpc } from '../lib/hasGpc.js';
import { keysOf } from '../lib/keysOf.js';
import { own } from '../lib/own.js';
import { randomBytes } from '../lib/randomBytes.js';
import { createChoiceStore } from '../storage/choiceStore.js';
import { afterPaint } from './afterPaint.js';
import { createLedger } from './createLedger.js';
import { createWithdrawal } from './createWithdrawal.js';

function createDecider(session, createLog) {
  const { config, env, gate, report, running, tell } = session;
  const { window, document } = env;
  const keep = parseKeep(session.options, session.note);
  const ledger = createLedger(session, keep, createLog);
  const withdrawal = createWithdrawal(session, keep, ledger);
  const store = createChoiceStore({
    document,
    location: window.location,
    domain: keep.domain,
    hostOnly: config.hostOnly
  });
  const permitted = (ids) => permits(session.state, ids);
  const warden = createWarden({
    gate,
    permits: permitted,
    place(element, ids, loadOnce) {
      let undo;
      let over = false;
      void session.withFace((face) => face.hold(element, ids, loadOnce)).then((made) => over ? made?.() : undo = made);
      return () => {
        over = true;
        undo?.();
      };
    },
    report
  });
  if (!keysOf(session.options).every(isOption)) session.note("unknown-option", "");
  gate.queue.late ??= createLateEvents(window, () => document.readyState);
  let effects = Promise.resolve();
  let ended = false;
  let wrote = "";
  const look = () => {
    const texts = store.read();
    const before = session.state;
    if (texts.join("\n") == session.seen) return false;
    session.read(texts);
    agree(texts.join("\n"));
    const lost = lostIds(before, session.state);
    warden.withhold(lost.length > 0);
    withdrawal.revoke(lost);
    release();
    tell("change", session.state);
    session.made.face?.update();
    if (session.state.pending.length) void session.withFace((face) => face.show("banner", ""));
    void withdrawal.withdraw(lost);
    return true;
  };
  const agree = (found) => {
    if (!session.state.subjectId || rank(found) >= rank(wrote)) return;
    wrote = found;
    store.write(found, config.days - 1e-3);
    broadcast();
  };
  const change = (intent, seen) => {
    if (look() && seen && seen != session.state) return report("stale-choice");
    const newId = base64url(randomBytes(16));
    const decision = decide(session.state, intent, config, { now: env.now(), newId });
    for (const id of decision.unknown) report("unknown-id", id);
    session.state = decision.state;
    const { state, lost } = decision;
    const text = toCookie(state, config);
    if (!store.write(text, config.days)) {
      report(fitsCookie(text) ? "storage-refused" : "cookie-too-large", "cookie");
    }
    wrote = session.seen = store.read().join("\n");
    broadcast();
    warden.withhold(intent.kind == "reject-all" || intent.kind == "withdraw");
    if (lost.length) {
      withdrawal.revoke(lost);
      session.signals?.update();
    }
    const { face } = session.made;
    const sealed = ledger.append(decision, face?.notice() ?? "", face?.language() ?? "");
    effects = Promise.all([effects, sealed, afterPaint(window, document)]).then(() => {
      if (ended) return;
      release(lost.length > 0);
      tell("change", state);
      tell("decision", decision);
      session.made.face?.update();
      void withdrawal.withdraw(lost);
    }).catch((error) => report("internal", String(error)));
  };
  const release = (told = false) => {
    if (!told) session.signals?.update();
    warden.release();
    running?.apply();
  };
  return {
    tidyUp: withdrawal.tidyUp,
    heedGpc() {
      if (!hasGpc(window.navigator)) return;
      const choices = dict();
      for (const id of keep.gpc) if (session.state.pending.includes(id)) choices[id] = false;
      if (!keysOf(choices).length) return;
      for (const { id, category } of config.services) {
        if (category in choices) choices[id] = false;
      }
      change({ kind: "save", choices, partial: true, source: "gpc", trusted: false });
    },
    order(kind, argument) {
      const choices = dict();
      for (const id2 of keysOf(argument)) choices[id2] = own(argument, id2) === true;
      const id = argument == null ? {} : { id: String(argument) };
      change({ kind, choices, ...kind == "withdraw" ? id : {}, source: "api", trusted: false });
    },
    change,
    look,
    warden,
    ledger,
    destroy() {
      ended = true;
      withdrawal.destroy();
      warden.destroy();
      ledger.destroy();
    }
  };
}
function broadcast() {
  attempt(() => {
    const channel = new BroadcastChannel("consentry");
    channel.postMessage("");
    channel.close();
  });
}
function rank(text) {
  return text.split("yes=")[1] + text;
}
function lostIds(before, after) {
  return [before.categories, before.services].flatMap(
    (answers) => Object.keys(answers).filter((id) => id != NECESSARY && answers[id] && !permits(after, id))
  );
}

export { createDecider };
