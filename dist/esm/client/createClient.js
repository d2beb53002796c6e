import { parseGate } from '../core/parseGate.js';
import { permits } from '../core/permits.js';
import { resume } from '../core/resume.js';
import { createGate } from '../gate/createGate.js';
import { own } from '../lib/own.js';
import { readChoice, choiceName } from '../storage/readChoice.js';
import { browserEnv } from './env.js';
import { listenToPage } from './listenToPage.js';
import { PENDING } from './session.js';
import { startServices } from './startServices.js';

function createClient(options, parts, world = browserEnv) {
  let odd = false;
  let session;
  const note = () => {
    odd = true;
    if (session?.ready) explainOptions();
  };
  const explainOptions = () => parts.load("extra").then(({ findProblems }) => findProblems(options).forEach(({ code, at }) => report(code, at))).catch(() => report("internal"));
  const config = parseGate(options, note);
  const nothing = resume([], config, 0);
  const listeners = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Map();
  let lastDecision;
  let started = false;
  const report = async (code, at = "") => {
    const key = `${code} ${at}`;
    if (told.has(key)) return;
    told.set(key, void 0);
    let message = key;
    try {
      message = (await parts.load("extra")).explain({ code, at });
    } catch {
    }
    const problem = Object.freeze({ code, at, message });
    told.set(key, problem);
    console.warn(`[consentry] ${code}: ${message}`);
    tell("problem", problem);
  };
  const call = (listener, detail) => {
    try {
      listener(detail);
    } catch (error) {
      report("listener-failed", String(error));
    }
  };
  const tell = (type, detail) => {
    if (type == "decision") lastDecision = detail;
    for (const [wanted, listener] of listeners) if (wanted == type) call(listener, detail);
    session?.env.document.dispatchEvent(new CustomEvent(`consentry:${type}`, { detail }));
  };
  const using = (name) => async (use) => {
    const mine = session;
    try {
      const create = parts.bundled[name] ?? await parts.load(name);
      if (!mine || mine != session) return void 0;
      mine.made[name] ??= create(mine);
    } catch {
      report("ui-unavailable", name);
      return void 0;
    }
    return await use(mine.made[name]);
  };
  const withDecider = using("more");
  const withFace = using("face");
  const run = (env) => {
    if (!started) return;
    const { window, document } = env;
    const permitted = (ids2) => permits(mine.state, ids2);
    const gate = createGate({
      window,
      document,
      nonce: config.nonce || parts.nonce,
      patience: env.patience,
      report,
      permits: permitted,
      onShut: (item) => void withDecider(({ warden }) => warden.shut(item)),
      onMarkup: (element) => void withFace((face) => face.fill(element)),
      onInsert: () => mine.made.face?.rehome()
    });
    const mine = session = {
      options,
      config,
      parts,
      env,
      gate,
      state: nothing,
      seen: "",
      ready: false,
      made: {},
      // Its own, though empty: a polluted prototype must not answer for what is not there.
      signals: void 0,
      arrive: void 0,
      page: void 0,
      withDecider,
      withFace,
      report,
      note,
      tell,
      running: startServices({
        window,
        services: () => mine.config.services,
        permits: permitted,
        load: gate.load,
        report
      }),
      read(texts = stored()) {
        mine.seen = texts.join("\n");
        mine.state = resume(texts, mine.config, env.now());
      }
    };
    const stored = () => readChoice(choiceName(config.hostOnly, window.location.protocol), document);
    const look = () => {
      if (stored().join("\n") != mine.seen) void withDecider((made) => made.look());
    };
    const settle = () => {
      if (mine != session) return;
      mine.ready = true;
      const { pending, lapse } = mine.state;
      mine.signals?.start();
      gate.start();
      mine.running.apply();
      tell("change", mine.state);
      tell("ready", mine.state);
      if (odd) explainOptions();
      if (!mine.config.usable) return;
      mine.page = listenToPage(env, {
        look,
        open: (part) => void withFace((face) => face.show("preferences", part))
      });
      if (mine.arrive) mine.arrive();
      else if (pending.length) {
        parts.prefetch?.();
        void withFace((face) => face.show("banner", ""));
      }
      if (lapse || isUnfinished(window)) void withDecider((made) => made.tidyUp());
    };
    const ids = Object.keys(config.catalogue);
    const files = ids.map(parts.loadService);
    void Promise.allSettled(files);
    if (parts.bundled.late) parts.bundled.late(mine, files, settle);
    else if (own(options, "migrate") || files.length || config.signals.length || config.services.some((service) => service.signals) || window.navigator.globalPrivacyControl || document.readyState != "loading") {
      parts.load("late").then(
        (late) => late(mine, files, settle),
        () => report("ui-unavailable", "late")
      );
    } else {
      mine.read();
      settle();
    }
  };
  const isReady = (what) => {
    const ready = !!session?.ready && session.config.usable;
    if (!ready) report("not-started", what);
    return ready;
  };
  const decide = (kind) => (argument) => {
    if (isReady(kind)) void withDecider((made) => made.order(kind, argument));
  };
  const ledger = (verb) => () => withDecider((made) => made.ledger[verb]());
  const on = (type, listener) => {
    const entry = [type, listener];
    listeners.add(entry);
    const missed = type == "change" ? [session?.ready && session.state] : type == "decision" ? [lastDecision] : type == "problem" ? [...told.values()] : [];
    for (const detail of missed) if (detail) call(listener, detail);
    return () => void listeners.delete(entry);
  };
  return Object.freeze({
    start() {
      if (started) return report("already-started");
      started = true;
      const env = world();
      if (env.document.prerendering) {
        env.document.addEventListener("prerenderingchange", () => run(env), { once: true });
      } else run(env);
    },
    destroy() {
      started = false;
      session?.page?.stop();
      session?.made.more?.destroy();
      session?.made.face?.destroy();
      session?.gate.destroy();
      session = void 0;
      listeners.clear();
    },
    get state() {
      return session?.state ?? nothing;
    },
    permits: (ids) => permits(session?.state ?? nothing, ids),
    acceptAll: decide("accept-all"),
    rejectAll: decide("reject-all"),
    save: decide("save"),
    withdraw: decide("withdraw"),
    show(view = "preferences", part = "") {
      if (isReady(view)) void withFace((face) => face.show(view, part));
    },
    hide: () => session?.made.face?.hide(),
    when: (ids) => new Promise((resolve) => {
      const off = on("change", (state) => {
        if (!permits(state, ids)) return;
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
  try {
    return (window.sessionStorage.getItem(PENDING) ?? window.localStorage.getItem(PENDING)) != null;
  } catch {
    return false;
  }
}

export { createClient };
