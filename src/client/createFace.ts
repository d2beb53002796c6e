import { parseFace } from "../core/parseFace.ts";
import { parseGpc } from "../core/parseGpc.ts";
import type { PageHandle, UiHandle, UiHost } from "../core/parts.ts";
import { knows, splitIds } from "../core/permits.ts";
import { pickLocale } from "../i18n/pickLocale.ts";
import { dict } from "../lib/dict.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { afterPaint } from "./afterPaint.ts";
import type { Face, Session } from "./session.ts";

/** Makes what a UI talks to; the UI itself is fetched when it is first shown. */
export function createFace(session: Session): Face {
  const { parts, env, report, note, withDecider } = session;
  const { document } = env;
  const config = parseFace(session.options, session.config, note);
  const covered = parseGpc(session.options, note);
  const isSignalled = hasGpc(env.window.navigator);
  let messages: UiHost["messages"] = dict();
  let language = "";
  let handle: UiHandle | undefined;
  let page: PageHandle | undefined;
  let words: Promise<void> | undefined;
  let gone = false;

  const painted = (): Promise<void> => afterPaint(env.window, document);
  const host: UiHost = {
    document,
    config,
    get gpc() {
      const { categories } = session.state;
      return isSignalled && covered.some((id) => categories[id] === false);
    },
    get state() {
      return session.state;
    },
    get messages() {
      return messages;
    },
    get language() {
      return language;
    },
    get leftover() {
      return session.leftover ?? [];
    },
    async decide(intent, seen) {
      const done = await withDecider(({ change }) => {
        change(intent, seen);
        return true;
      });
      // What decides could not be fetched: the visitor has not chosen, and is asked again.
      if (!done && !gone) handle?.show("banner");
    },
    reach: () => void withDecider(({ ledger }) => ledger.open(handle?.notice() ?? "")),
    painted,
    report,
    records: async () => (await withDecider(({ ledger }) => ledger.records())) ?? [],
    verify: async () => (await withDecider(({ ledger }) => ledger.verify()))!,
    exportRecords: async () => (await withDecider(({ ledger }) => ledger.export())) ?? "",
  };

  /** Fetches the page's language; English is in the UI, so its absence costs words, not function. */
  const speak = (): Promise<void> =>
    (words ??= (async () => {
      const wanted = config.language || document.documentElement.lang;
      const offered = ["en", ...parts.locales.split(" ")];
      // The first use of Intl.Locale is slow; most pages name a language as it is offered.
      const [plain] = wanted.toLowerCase().split("-");
      const usual = [wanted.toLowerCase(), plain!].find((tag) => offered.includes(tag));
      language = usual ?? pickLocale([wanted], offered);
      let found = {};
      try {
        if (language != "en") found = await parts.load(language, "locales/");
      } catch {
        report("language-unavailable", language);
        language = "en";
      }
      messages = Object.assign(dict<string>(), found, config.texts["*"], config.texts[language]);
    })());

  /** Mounts once; a file that did not come is asked for again the next time. */
  const mounted = async <Handle>(
    name: "ui" | "page",
    has: Handle | undefined,
    make: (mount: never) => Handle,
  ): Promise<Handle | undefined> => {
    if (has) return has;
    try {
      const [mount] = await Promise.all([parts.load(name), speak()]);
      if (!gone) return make(mount as never);
    } catch {
      report("ui-unavailable", name);
    }
    return undefined;
  };
  const withUi = async (): Promise<UiHandle | undefined> =>
    parts.hasUi
      ? mounted("ui", handle, (mount: (host: UiHost) => UiHandle) => (handle ??= mount(host)))
      : undefined;
  const withPage = (): Promise<PageHandle | undefined> =>
    mounted("page", page, (mount: (host: UiHost) => PageHandle) => (page ??= mount(host)));

  if (session.seen.includes("\n")) report("cookie-duplicated");
  // Told here and not by the gate: a returning visitor's page need not look for it.
  for (const { ids } of session.gate.items()) {
    for (const id of splitIds(ids)) if (!knows(session.state, id)) report("unknown-id", id);
  }

  return {
    async show(view, part) {
      (await withUi())?.show(view, part);
      // What a click will need, once the banner stands.
      await painted();
      void withDecider(({ ledger }) => ledger.prefetch());
    },
    hide: () => handle?.hide(),
    update() {
      handle?.update();
      page?.update();
    },
    notice: () => handle?.notice() ?? "",
    language: () => (handle ? language : ""),
    async hold(element, ids, loadOnce) {
      return (await withPage())?.placeholder(element, ids, loadOnce);
    },
    fill: (element) => void withPage().then((made) => made?.fill(element)),
    rehome: () => handle?.rehome(),
    destroy() {
      gone = true;
      handle?.destroy();
      page?.destroy();
    },
  };
}
