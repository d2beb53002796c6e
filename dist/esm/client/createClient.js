import { parseGate } from '../core/parseGate.js';
import { permits } from '../core/permits.js';
import { resume } from '../core/resume.js';
import { createGate } from '../gate/createGate.js';
import { readChoice, choiceName } from '../storage/readChoice.js';
import { browserEnv } from './env.js';
import { listenToPage } from './listenToPage.js';
import { UNFINISHED } from './session.js';
import { createSignals } from './signals.js';
import { startServices } from './startServices.js';

function createClient(options, parts, world = browserEnv) {
  let odd = false;
  const note = () => void (odd = true);
  const config = parseGate(options, note);
  const nothing = resume([], config, 0);
  const listeners = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Map();
  let lastDecision;
  let session;
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
      gpc: window.navigator.globalPrivacyControl === true,
      leftover: [],
      page: void 0,
      made: {},
      withDecider,
      withFace,
      report,
      note,
      tell,
      signals: createSignals(
        parts.signals,
        { window, permits: permitted },
        report
      ),
      running: startServices({
        window,
        services: () => mine.config.services,
        permits: permitted,
        load: gate.load,
        report
      }),
      read(texts) {
        mine.seen = texts.join("\n");
        mine.state = resume(texts, mine.config, env.now());
      }
    };
    const stored = () => readChoice(choiceName(config.hostOnly, window.location.protocol), document);
    const look = () => {
      const { expiresAt } = mine.state;
      const expired = expiresAt && env.now() > expiresAt;
      if (expired || stored().join("\n") != mine.seen) void withDecider((made) => made.look());
    };
    const settle = (complete) => {
      if (mine != session) return;
      mine.config = complete;
      mine.ready = true;
      const texts = stored();
      if (texts.length > 1) report("cookie-duplicated");
      mine.read(texts);
      const { pending, lapse, subjectId } = mine.state;
      mine.signals.start(complete);
      if (subjectId) mine.signals.update();
      gate.items().forEach(gate.judge);
      gate.queue.pump();
      mine.running.apply();
      tell("change", mine.state);
      document.dispatchEvent(new CustomEvent("consentry:ready", { detail: mine.state }));
      if (odd) {
        void parts.load("extra").then(({ findProblems }) => {
          for (const { code, at } of findProblems(options)) report(code, at);
        });
      }
      if (!complete.usable) return;
      mine.page = listenToPage(env, {
        look,
        open: (part) => void withFace((face) => face.show("preferences", part))
      });
      if (pending.length) {
        parts.prefetch?.();
        void withFace((face) => face.show("banner", ""));
      }
      if (lapse || isUnfinished(window)) void withDecider((made) => made.tidyUp());
    };
    mine.signals.start(config);
    gate.start();
    const ids = Object.keys(config.catalogue);
    const come = (late) => {
      gate.late = late?.createLateEvents(window, () => document.readyState);
      if (late && ids.length) void late.fetchCatalogue(config, fetched, mine).then(settle);
      else settle(config);
    };
    const fetched = ids.map((id) => parts.loadService(id));
    if (parts.bundled.late) come(parts.bundled.late);
    else if (ids.length || document.readyState != "loading")
      parts.load("late").then(come, () => come());
    else come();
  };
  const decide = (kind) => (argument) => {
    if (session?.ready && config.usable) void withDecider((made) => made.order(kind, argument));
    else report("not-started", kind);
  };
  const ledger = (verb) => () => withDecider((made) => made.ledger[verb]());
  const on = (type, listener) => {
    const entry = [type, listener];
    listeners.add(entry);
    const missed = {
      change: [session?.ready && session.state],
      decision: [lastDecision],
      problem: [...told.values()]
    };
    for (const detail of missed[type] ?? []) if (detail) call(listener, detail);
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
      if (session?.ready && config.usable) void withFace((face) => face.show(view, part));
      else report("not-started", "show");
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
    return window.sessionStorage.getItem(UNFINISHED) != null;
  } catch {
    return false;
  }
}

export { createClient };
