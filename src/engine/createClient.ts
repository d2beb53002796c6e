import { CLEAN_UP, cookieName, OUTBOX } from "../core/config/names.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { permits } from "../core/choice/permits.ts";
import { resume } from "../core/choice/resume.ts";
import { createGate } from "../gate/createGate.ts";
import { headMark } from "../head/headData.ts";
import { attempt } from "../lib/attempt.ts";
import { dict } from "../lib/dict.ts";
import { own } from "../lib/own.ts";
import { readChoice } from "../storage/readChoice.ts";
import type { Consent } from "./consent.ts";
import { browserEnv, type Env } from "./env.ts";
import { listenToPage } from "./listenToPage.ts";
import { type Made, type Parts, type Session, type Use } from "./session.ts";

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
  /** Absent before the start and after the end. */
  let session: Session | undefined;
  /** What was told: of problems all, of the rest the last. */
  let past = dict<unknown[]>();
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
      .then((extra) => extra.explainOptions(options, report))
      .catch(() => report("internal"));

  const report: Session["report"] = (code, at = "") => {
    const key = `${code} ${at}`;
    if (codes.has(key)) return; // Each problem is told once.
    codes.add(key);
    void parts
      .load("extra")
      .then((extra) => extra.explain({ code, at }))
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
  const permitted = (ids: string): boolean => permits(session?.state ?? nothing, ids);

  /** Makes a part once, at once where it is in the bundle; a file that did not come is tried again. */
  const using =
    <Name extends keyof Made>(name: Name): Use<Made[Name]> =>
    async <Result>(use: (part: Made[Name]) => Result): Promise<Awaited<Result> | undefined> => {
      const mine = session;
      try {
        // A file is asked for once: even one that is there is given in a later task, and a click waits.
        if (!mine?.made[name]) {
          const create = parts.bundled[name] ?? (await parts.load(name));
          // Destroyed while it was fetched: nobody is left to use it.
          if (!mine || mine != session) return undefined;
          mine.made[name] ??= create(mine) as Made[Name];
        }
      } catch {
        report("ui-unavailable", name);
        return undefined;
      }
      return await use(mine.made[name]!);
    };
  const withDecider = using("more");
  const withFace = using("face");
  const withEmbeds = using("embeds");
  const show = (view: "banner" | "preferences", part = ""): unknown =>
    withFace((face) => face.show(view, part));

  const start = (): void => {
    if (session) return report("already-started");
    const env = world();
    const { window, document } = env;
    const end = new AbortController();
    const stored = (): string[] =>
      readChoice(cookieName(config.hostOnly, window.location.protocol == "https:"), document);

    const mine: Session = (session = {
      options,
      config,
      parts,
      env,
      end,
      gate: createGate({
        ...env,
        end,
        nonce: config.nonce || parts.nonce,
        ownNonce: parts.nonce,
        early: headMark(window)?.early,
        report,
        permits: (ids) => permitted(ids) || !!mine.once?.(ids),
        onEmbed: () => void (mine.made.embeds ?? withEmbeds(() => {})),
        onShut: () => void withDecider((made) => made.stop()),
        onHang: (item) => void withDecider((made) => made.unstick(item)),
        onLate: () => onLate(),
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
      once: undefined,
      arrive: undefined,
      withDecider,
      withFace,
      withEmbeds,
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
        // Before the gate asks for what stands in for an embed.
        if (asks) parts.prefetch?.();
        mine.signals?.start();
        mine.gate.start();
        mine.running?.apply();
        tell("change", state);
        tell("ready", state);
        if (!mine.ready) return;
        if (mine.arrive) mine.arrive();
        else if (asks) void show("banner");
        // The first look into a page's storage takes a while, and where no choice is kept there is nothing to finish.
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
          open: (part) => void show("preferences", part),
        });
      },
    });
    if (odd) explainOptions();

    const files = Object.keys(config.catalogue).map((id) => parts.load(id, "services/"));
    // Nobody listens to them yet: one that is missing is told, and is no error of the page.
    void Promise.allSettled(files);
    // Without it nothing opens: the tags' queues would not know what was refused.
    const onLate = (): void =>
      void parts.load("late").then(
        (late) => late(mine, files),
        () => report("ui-unavailable", "late"),
      );
    if (parts.bundled.late) parts.bundled.late(mine, files);
    else if (
      // Something is still to be fetched, or is not the gate's to start.
      own(options, "migrate") ||
      files.length ||
      config.signals.length ||
      config.services.some(
        ({ signals, load, grant, revoke }) => signals ?? load ?? grant ?? revoke,
      ) ||
      (window.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
      // Nobody has opened the page yet.
      (document as { prerendering?: boolean }).prerendering
    ) {
      onLate();
    } else {
      mine.read();
      mine.settle();
    }
  };

  /** Runs where the instance is there, and may answer. */
  const ready = (what: string, act: () => unknown): void => {
    if (session?.ready) void act();
    else report("not-started", what);
  };
  const decide =
    (kind: "accept-all" | "reject-all" | "save" | "withdraw") =>
    (argument?: unknown): void =>
      ready(kind, () => withDecider((made) => made.order(kind, argument)));
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
    start,
    destroy() {
      session?.made.more?.destroy();
      session?.made.face?.destroy();
      session?.made.embeds?.destroy();
      session?.end.abort();
      session = undefined;
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
    when: (ids) =>
      new Promise<void>((resolve) => {
        const off = on("change", () => {
          if (!permitted(ids)) return;
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
function isUnfinished(window: Window): boolean | undefined {
  return attempt(() => CLEAN_UP in window.sessionStorage || OUTBOX in window.localStorage);
}
