import { parseGate } from '../core/parseGate.js';
import { permits } from '../core/permits.js';
import { resume } from '../core/resume.js';
import { createGate } from '../gate/createGate.js';
import { attempt } from '../lib/attempt.js';
import { dict } from '../lib/dict.js';
import { own } from '../lib/own.js';
import { readChoice, choiceName } from '../storage/readChoice.js';
import { browserEnv } from './env.js';
import { listenToPage } from './listenToPage.js';
import { PENDING } from './session.js';

function createClient(options, parts, world = browserEnv) {
  let odd = false;
  let session;
  let past = dict();
  const listeners = /* @__PURE__ */ new Set();
  const codes = /* @__PURE__ */ new Set();
  const note = () => {
    odd = true;
    if (session) explainOptions();
  };
  const explainOptions = () => parts.load("extra").then((extra) => extra.explainOptions(options, report)).catch(() => report("internal"));
  const report = (code, at = "") => {
    const key = `${code} ${at}`;
    if (codes.has(key)) return;
    codes.add(key);
    void parts.load("extra").then((extra) => extra.explain({ code, at })).catch(() => key).then((message) => {
      console.warn(`[consentry] ${code}: ${message}`);
      tell("problem", Object.freeze({ code, at, message }));
    });
  };
  const call = (listener, detail) => {
    try {
      listener(detail);
    } catch (error) {
      report("listener-failed", String(error));
    }
  };
  const tell = (type, detail) => {
    past[type] = [...type == "problem" && past[type] || [], detail];
    for (const [wanted, listener] of listeners) if (wanted == type) call(listener, detail);
    session?.env.document.dispatchEvent(new CustomEvent(`consentry:${type}`, { detail }));
  };
  const config = parseGate(options, note);
  const nothing = resume([], config, 0);
  const permitted = (ids) => permits(session?.state ?? nothing, ids);
  const using = (name) => async (use) => {
    const mine = session;
    try {
      if (!mine?.made[name]) {
        const create = parts.bundled[name] ?? await parts.load(name);
        if (!mine || mine != session) return void 0;
        mine.made[name] ??= create(mine);
      }
    } catch {
      report("ui-unavailable", name);
      return void 0;
    }
    return await use(mine.made[name]);
  };
  const withDecider = using("more");
  const withFace = using("face");
  const show = (view, part = "") => withFace((face) => face.show(view, part));
  const start = () => {
    if (session) return report("already-started");
    const env = world();
    const { window, document } = env;
    const end = new AbortController();
    const stored = () => readChoice(choiceName(config.hostOnly, window.location.protocol), document);
    const mine = session = {
      options,
      config,
      parts,
      env,
      end,
      gate: createGate({
        ...env,
        end,
        nonce: config.nonce || parts.nonce,
        report,
        permits: permitted,
        onShut: (item) => void withDecider(({ warden }) => warden.shut(item)),
        onHang: (item) => void withDecider(({ warden }) => warden.unstick(item)),
        onLate: () => onLate(),
        onMarkup: (element) => void withFace((face) => face.fill(element)),
        onInsert: () => mine.made.face?.rehome()
      }),
      state: nothing,
      seen: "",
      ready: false,
      made: {},
      // Its own, though empty: a polluted prototype must not answer for what is not there.
      signals: void 0,
      running: void 0,
      arrive: void 0,
      withDecider,
      withFace,
      report,
      note,
      tell,
      permits: permitted,
      read(texts = stored()) {
        mine.seen = texts.join("\n");
        mine.state = resume(texts, mine.config, env.now());
      },
      settle() {
        if (mine != session) return;
        const { state } = mine;
        mine.ready = mine.config.usable;
        const asks = mine.ready && !mine.arrive && state.pending.length;
        if (asks) parts.prefetch?.();
        mine.signals?.start();
        mine.gate.start();
        mine.running?.apply();
        tell("change", state);
        tell("ready", state);
        if (!mine.ready) return;
        if (mine.arrive) mine.arrive();
        else if (asks) void show("banner");
        if (mine.seen) {
          setTimeout(() => {
            if (state.lapse || isUnfinished(window)) void withDecider((made) => made.tidyUp());
          });
        }
        listenToPage({
          window,
          end,
          look() {
            if (stored().join("\n") != mine.seen) void withDecider((made) => made.look());
          },
          open: (part) => void show("preferences", part)
        });
      }
    };
    if (odd) explainOptions();
    const files = Object.keys(config.catalogue).map((id) => parts.load(id, "services/"));
    void Promise.allSettled(files);
    const onLate = () => void parts.load("late").then(
      (late) => late(mine, files),
      () => report("ui-unavailable", "late")
    );
    if (parts.bundled.late) parts.bundled.late(mine, files);
    else if (
      // Something is still to be fetched, or is not the gate's to start.
      own(options, "migrate") || files.length || config.signals.length || config.services.some(
        ({ signals, load, grant, revoke }) => signals ?? load ?? grant ?? revoke
      ) || window.navigator.globalPrivacyControl || // Nobody has opened the page yet.
      document.prerendering
    ) {
      onLate();
    } else {
      mine.read();
      mine.settle();
    }
  };
  const ready = (what, act) => {
    if (session?.ready) void act();
    else report("not-started", what);
  };
  const decide = (kind) => (argument) => ready(kind, () => withDecider((made) => made.order(kind, argument)));
  const ledger = (verb) => () => withDecider((made) => made.ledger[verb]());
  const on = (type, listener) => {
    const entry = [type, listener];
    listeners.add(entry);
    if (type != "withdraw") past[type]?.forEach((detail) => call(listener, detail));
    return () => void listeners.delete(entry);
  };
  return Object.freeze({
    start,
    destroy() {
      session?.made.more?.destroy();
      session?.made.face?.destroy();
      session?.end.abort();
      session = void 0;
      past = dict();
      listeners.clear();
    },
    get state() {
      return session?.state ?? nothing;
    },
    permits: permitted,
    acceptAll: decide("accept-all"),
    rejectAll: decide("reject-all"),
    save: decide("save"),
    withdraw: decide("withdraw"),
    show: (view = "preferences", part) => ready(view, () => show(view, part)),
    hide: () => session?.made.face?.hide(),
    when: (ids) => new Promise((resolve) => {
      const off = on("change", () => {
        if (!permitted(ids)) return;
        resolve();
        queueMicrotask(() => off());
      });
    }),
    on,
    observe: (root) => session?.gate.observe(root) ?? (() => {
    }),
    proof: Object.freeze({
      records: ledger("records"),
      verify: ledger("verify"),
      export: ledger("export")
    })
  });
}
function isUnfinished(window) {
  return attempt(() => PENDING in window.sessionStorage || PENDING in window.localStorage);
}

export { createClient };
