import { parseGate } from "../core/parseGate.ts";
import { permits } from "../core/permits.ts";
import { resume } from "../core/resume.ts";
import { createGate } from "../gate/createGate.ts";
import { attempt } from "../lib/attempt.ts";
import { dict } from "../lib/dict.ts";
import { own } from "../lib/own.ts";
import { choiceName, readChoice } from "../storage/readChoice.ts";
import type { Consent } from "./consent.ts";
import { browserEnv, type Env } from "./env.ts";
import { listenToPage } from "./listenToPage.ts";
import { PENDING, type Made, type Parts, type Session, type Use } from "./session.ts";

type Listener = (detail: never) => void;

/**
 * Makes an instance. Making is not starting: nothing is read, written or shown before `start()`.
 *
 * What is here is what a returning visitor needs: shut the gate, read the stored choice, release
 * what it permits. The rest (`createDecider`) comes when there is something to decide or to show.
 *
 * @param options the site's configuration, of unknown origin; mistakes are reported, never thrown
 * @param parts what is loaded when it is needed
 * @param world the browser; tests pass another
 */
export function createClient(
  options: unknown,
  parts: Parts,
  world: () => Env = browserEnv,
): Consent {
  let odd = false;
  let session: Session | undefined;
  /** What was told: of problems all, of the rest the last. */
  let past = dict<unknown[]>();
  let ended: AbortController | undefined;
  const listeners = new Set<readonly [type: string, listener: Listener]>();
  const codes = new Set<string>();

  const note = (): void => {
    odd = true;
    if (session) explainOptions();
  };
  /** The parts that parse say only that something is wrong; what and where is looked for here. */
  const explainOptions = (): unknown =>
    parts
      .load("extra")
      .then(({ explainOptions: tellAll }) => tellAll(options, report))
      .catch(() => report("internal"));

  const report: Session["report"] = (code, at = "") => {
    const key = `${code} ${at}`;
    if (codes.has(key)) return; // Each problem is told once.
    codes.add(key);
    void parts
      .load("extra")
      .then(({ explain }) => explain({ code, at }))
      .catch(() => key) // The words cannot be fetched: the code still is told.
      .then((message) => {
        console.warn(`[consentry] ${code}: ${message}`);
        tell("problem", Object.freeze({ code, at, message }));
      });
  };

  const call = (listener: Listener, detail: unknown): void => {
    try {
      listener(detail as never);
    } catch (error) {
      report("listener-failed", String(error)); // The others still hear of it.
    }
  };

  const tell: Session["tell"] = (type, detail) => {
    past[type] = [...((type == "problem" && past[type]) || []), detail];
    for (const [wanted, listener] of listeners) if (wanted == type) call(listener, detail);
    session?.env.document.dispatchEvent(new CustomEvent(`consentry:${type}`, { detail }));
  };

  const config = parseGate(options, note);
  const nothing = resume([], config, 0);

  /** Makes a part once, at once where it is in the bundle; a file that did not come is tried again. */
  const using =
    <Name extends "more" | "face">(name: Name): Use<Made[Name]> =>
    async <Result>(use: (part: Made[Name]) => Result): Promise<Awaited<Result> | undefined> => {
      const mine = session;
      try {
        const create = parts.bundled[name] ?? (await parts.load(name));
        // Destroyed while it was fetched: nobody is left to use it.
        if (!mine || mine != session) return undefined;
        mine.made[name] ??= create(mine) as Made[Name];
      } catch {
        report("ui-unavailable", name);
        return undefined;
      }
      return await use(mine.made[name]!);
    };
  const withDecider = using("more");
  const withFace = using("face");

  const run = (): void => {
    const env = world();
    const { window, document } = env;
    const { signal: gone } = (ended = new AbortController());
    const permitted = (ids: string): boolean => !gone.aborted && permits(mine.state, ids);
    const stored = (): string[] =>
      readChoice(choiceName(config.hostOnly, window.location.protocol), document);

    const mine: Session = (session = {
      options,
      config,
      parts,
      env,
      gone,
      gate: createGate({
        ...env,
        gone,
        nonce: config.nonce || parts.nonce,
        report,
        permits: permitted,
        onShut: (item) => void withDecider(({ warden }) => warden.shut(item)),
        onHang: (item) => void withDecider(({ warden }) => warden.unstick(item)),
        onMarkup: (element) => void withFace((face) => face.fill(element)),
        onInsert: () => mine.made.face?.rehome(),
      }),
      state: nothing,
      seen: "",
      ready: false,
      made: {},
      // Its own, though empty: a polluted prototype must not answer for what is not there.
      signals: undefined,
      running: undefined,
      arrive: undefined,
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
    });
    if (odd) explainOptions();

    /** The configuration is complete and the choice is read: act on it. */
    const settle = (): void => {
      if (mine != session) return;
      mine.ready = mine.config.usable;
      const { pending, lapse } = mine.state;
      const asks = mine.config.usable && !mine.arrive && pending.length;
      // Before the gate asks for what stands in for an embed.
      if (asks) parts.prefetch?.();
      mine.signals?.start();
      mine.gate.start();
      mine.running?.apply();
      tell("change", mine.state);
      tell("ready", mine.state);
      if (!mine.ready) return;
      if (mine.arrive) mine.arrive();
      else if (asks) void withFace((face) => face.show("banner", ""));
      if (lapse || isUnfinished(window)) void withDecider((made) => made.tidyUp());
      listenToPage({
        window,
        gone,
        look() {
          if (stored().join("\n") != mine.seen) void withDecider((made) => made.look());
        },
        open: (part) => void withFace((face) => face.show("preferences", part)),
      });
    };

    const files = Object.keys(config.catalogue).map((id) => parts.load(id, "services/"));
    // Nobody listens to them yet: one that is missing is told, and is no error of the page.
    void Promise.allSettled(files);
    if (parts.bundled.late) parts.bundled.late(mine, files, settle);
    else if (
      // Something is still to be fetched, or is not the gate's to start.
      own(options, "migrate") ||
      files.length ||
      config.signals.length ||
      config.services.some(
        ({ signals, load, grant, revoke }) => signals ?? load ?? grant ?? revoke,
      ) ||
      (window.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
      // Nobody has opened the page yet; or it is parsed, so that scripts come too late for it.
      (document as { prerendering?: boolean }).prerendering ||
      document.readyState != "loading"
    ) {
      // Without it nothing opens: the tags' queues would not know what was refused.
      parts.load("late").then(
        (late) => late(mine, files, settle),
        () => report("ui-unavailable", "late"),
      );
    } else {
      mine.read();
      settle();
    }
  };

  /** Something is asked of the instance: is it there, and may it answer? */
  const isReady = (what: string): boolean => {
    const ready = !!session?.ready;
    if (!ready) report("not-started", what);
    return ready;
  };
  const decide =
    (kind: "accept-all" | "reject-all" | "save" | "withdraw") =>
    (argument?: unknown): void => {
      if (isReady(kind)) void withDecider((made) => made.order(kind, argument));
    };
  const ledger =
    <Verb extends keyof Consent["proof"]>(verb: Verb): Consent["proof"][Verb] =>
    () =>
      withDecider((made) => made.ledger[verb]()) as never;
  const on: Consent["on"] = (type, listener) => {
    const entry = [type, listener] as const;
    listeners.add(entry);
    if (type != "withdraw") past[type]?.forEach((detail) => call(listener, detail));
    return () => void listeners.delete(entry);
  };

  return Object.freeze({
    start() {
      if (ended) return report("already-started");
      run();
    },
    destroy() {
      session?.made.more?.destroy();
      session?.made.face?.destroy();
      ended?.abort();
      session = ended = undefined;
      past = dict();
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
    when: (ids) =>
      new Promise<void>((resolve) => {
        const off = on("change", (state) => {
          if (!permits(state, ids)) return;
          resolve();
          queueMicrotask(() => off());
        });
      }),
    on,
    observe: (root) => session?.gate.observe(root) ?? (() => {}),
    proof: Object.freeze({
      records: ledger("records"),
      verify: ledger("verify"),
      export: ledger("export"),
    }),
  } satisfies Consent);
}

/** Whether an earlier page left something to do: a clean-up, or records to deliver. */
function isUnfinished(window: Window): boolean {
  return (
    attempt(() => window.sessionStorage.getItem(PENDING) ?? window.localStorage.getItem(PENDING)) !=
    null
  );
}
