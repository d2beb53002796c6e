import { NECESSARY } from "../core/config/config.ts";
import { fitsCookie } from "../core/choice/cookieText.ts";
import { decide } from "../core/choice/decide.ts";
import { isOption } from "../core/config/isOption.ts";
import { CHANNEL } from "../core/config/names.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import { permits } from "../core/choice/permits.ts";
import type { Intent, State } from "../core/choice/state.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { releaseScripts, stopScripts, unstick, withholdScripts } from "../gate/stopScripts.ts";
import { attempt } from "../lib/attempt.ts";
import { base64url } from "../lib/base64url.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import { createChoiceStore } from "../storage/choiceStore.ts";
import { afterPaint } from "./afterPaint.ts";
import { checkMarks } from "./checkMarks.ts";
import { createLedger } from "./createLedger.ts";
import { createWithdrawal } from "./createWithdrawal.ts";
import type { Decider, Loadable, Session } from "./session.ts";

/**
 * Holds the one ordered list of effects of a decision; the rooms do not know each other. `createLog` is given
 * where it came along, else it is fetched.
 */
export function createDecider(session: Session, createLog?: Loadable["proof"]): Decider {
  const { config, env, gate, parts, report, running, tell } = session;
  const { window, document } = env;
  const keep = parseKeep(session.options, session.note);
  const ledger = createLedger(session, keep, createLog);
  const withdrawal = createWithdrawal(session, keep, ledger);
  const store = createChoiceStore({
    document,
    location: window.location,
    domain: keep.domain,
    hostOnly: config.hostOnly,
  });
  const withhold = (forget: boolean): void => {
    if (forget) session.once = undefined;
    withholdScripts(gate);
    session.made.embeds?.withhold();
  };
  // Looked for only where a visitor is asked: a misspelt option must not cost every page.
  if (!keysOf(session.options).every(isOption)) session.note("unknown-option", "");
  checkMarks(session);
  // What a grant will need: a click must not wait for it, nor do without it where the network is gone by then.
  if (gate.items().length && !gate.queue.late) void parts.load("late").catch(() => {});
  let effects: Promise<unknown> = Promise.resolve();
  let ended = false;
  /** The text that this tab left in the cookie last. */
  let wrote = "";

  const look = (): boolean => {
    const texts = store.read();
    const before = session.state;
    // A choice that ran out is gone from the cookie as well: the browser keeps it as long as it counts.
    if (texts.join("\n") == session.seen) return false;
    session.read(texts);
    agree(texts.join("\n"));
    // Another tab decided, or the choice ran out: the same effects, without a record of ours.
    const lost = lostIds(before, session.state);
    withhold(lost.length > 0);
    withdrawal.revoke(lost);
    release();
    tell("change", session.state);
    session.made.face?.update();
    if (session.state.pending.length) void session.withFace((face) => face.show("banner", ""));
    void withdrawal.withdraw(lost);
    return true;
  };

  /**
   * Two tabs that write at the same moment may each be left with the other's cookie in Firefox, whose processes keep a
   * copy each: the one that wrote last is told of the one before. So one of two is kept by all: whoever
   * finds it in place of its own writes it again.
   */
  const agree = (found: string): void => {
    if (!session.state.subjectId || rank(found) >= rank(wrote)) return;
    wrote = found;
    // A little shorter: Firefox tells nobody of a cookie that is as it was.
    store.write(found, config.days - 1e-3);
    broadcast();
  };

  const change = (intent: Intent, seen?: State): void => {
    // Another tab was faster: what the visitor saw here is out of date and decides nothing.
    if (look() && seen && seen != session.state) return report("stale-choice");
    const newId = base64url(randomBytes(16));
    const decision = decide(session.state, intent, config, { now: env.now(), newId });
    for (const id of decision.unknown) report("unknown-id", id);
    session.state = decision.state;
    const { state, lost } = decision;

    // 1. The cookie: a reload must not lose the choice.
    const text = toCookie(state, config);
    if (!store.write(text, config.days)) {
      report(fitsCookie(text) ? "storage-refused" : "cookie-too-large", "cookie");
    }
    wrote = session.seen = store.read().join("\n");
    broadcast();
    // A refusal takes effect at once: what waits is stopped, the vendors' own calls are made.
    withhold(intent.kind == "reject-all" || intent.kind == "withdraw");
    if (lost.length) {
      withdrawal.revoke(lost);
      session.signals?.update();
    }
    // 2. The record is on disk before anything acts on a grant.
    const { face } = session.made;
    const sealed = ledger.append(decision, face?.notice() ?? "", face?.language() ?? "");
    // Side by side with the paint that answers the click.
    effects = Promise.all([effects, sealed, afterPaint(window, document)])
      .then(() => {
        if (ended) return;
        // 3. The tags' queues know before a tag wakes. 4. What is permitted by now is released.
        release(lost.length > 0);
        // 5. Everyone else.
        tell("change", state);
        tell("decision", decision);
        session.made.face?.update();
        // Not waited for: it looks again for seconds, and the next decision must not.
        void withdrawal.withdraw(lost);
      })
      .catch((error: unknown) => report("internal", String(error)));
  };

  const release = (told = false): void => {
    if (!told) session.signals?.update();
    releaseScripts(gate);
    session.made.embeds?.release();
    running?.apply();
  };

  return {
    tidyUp: withdrawal.tidyUp,
    heedGpc() {
      if (!hasGpc(window.navigator)) return;
      const choices = dict<boolean>();
      for (const id of keep.gpc) if (session.state.pending.includes(id)) choices[id] = false;
      if (!keysOf(choices).length) return;
      for (const { id, category } of config.services) {
        if (category in choices) choices[id] = false; // A legitimate interest is objected to as well.
      }
      change({ kind: "save", choices, partial: true, source: "gpc", trusted: false });
    },
    order(kind, argument) {
      const choices = dict<boolean>();
      for (const id of keysOf(argument)) choices[id] = own(argument, id) === true;
      const id = argument == null ? {} : { id: String(argument) };
      change({ kind, choices, ...(kind == "withdraw" ? id : {}), source: "api", trusted: false });
    },
    change,
    look,
    unstick: (item) => unstick(gate.queue, item, report),
    stop: () => withholdScripts(gate),
    release: () => releaseScripts(gate),
    ledger,
    destroy() {
      ended = true;
      withdrawal.destroy();
      stopScripts(gate, () => true);
      ledger.destroy();
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

/** Orders what two tabs wrote at the same moment; a refusal of everything comes first. */
function rank(text: string): string {
  return text.split("yes=")[1] + text;
}

/** Ids permitted before and not after, but for `necessary`. */
function lostIds(before: State, after: State): string[] {
  return [before.categories, before.services].flatMap((answers) =>
    Object.keys(answers).filter((id) => id != NECESSARY && answers[id] && !permits(after, id)),
  );
}
