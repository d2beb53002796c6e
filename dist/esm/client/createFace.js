import { parseFace } from '../core/parseFace.js';
import { parseGpc } from '../core/parseGpc.js';
import { splitIds, knows } from '../core/permits.js';
import { pickLocale } from '../i18n/pickLocale.js';
import { dict } from '../lib/dict.js';
import { hasGpc } from '../lib/hasGpc.js';
import { afterPaint } from './afterPaint.js';

function createFace(session) {
  const { parts, env, report, note, withDecider } = session;
  const { document } = env;
  const config = parseFace(session.options, session.config, note);
  const covered = parseGpc(session.options, note);
  const isSignalled = hasGpc(env.window.navigator);
  const handles = {};
  let language = "";
  let making;
  let gone = false;
  const painted = () => afterPaint(env.window, document);
  const ask = async (use, otherwise) => await withDecider(({ ledger }) => use(ledger)) ?? otherwise;
  const makeHost = async () => {
    const wanted = config.language || document.documentElement.lang;
    let found = {};
    language = pickLocale([wanted], ["en", ...parts.locales]);
    try {
      if (language != "en") found = await parts.load(language, "locales/");
    } catch {
      report("language-unavailable", language);
      language = "en";
    }
    return {
      document,
      config,
      language,
      messages: Object.assign(dict(), found, config.texts["*"], config.texts[language]),
      get gpc() {
        const { categories } = session.state;
        return isSignalled && covered.some((id) => categories[id] === false);
      },
      get state() {
        return session.state;
      },
      get leftover() {
        return session.leftover ?? [];
      },
      async decide(intent, seen) {
        const done = await withDecider(({ change }) => {
          change(intent, seen);
          return true;
        });
        if (!done && !gone) handles.ui?.show("banner");
      },
      reach: () => void withDecider(({ ledger }) => ledger.open(handles.ui?.notice() ?? "")),
      painted,
      report,
      records: () => ask((ledger) => ledger.records(), []),
      verify: () => ask((ledger) => ledger.verify(), void 0),
      exportRecords: () => ask((ledger) => ledger.export(), "")
    };
  };
  const mounted = async (name) => {
    if (handles[name]) return handles[name];
    try {
      const [mount, host] = await Promise.all([parts.load(name), making ??= makeHost()]);
      if (!gone) return handles[name] ??= mount(host);
    } catch {
      report("ui-unavailable", name);
    }
    return void 0;
  };
  if (session.seen.includes("\n")) report("cookie-duplicated");
  for (const { ids } of session.gate.items()) {
    for (const id of splitIds(ids)) if (!knows(session.state, id)) report("unknown-id", id);
  }
  return {
    async show(view, part) {
      if (parts.hasUi) (await mounted("ui"))?.show(view, part);
      await painted();
      void withDecider(({ ledger }) => ledger.prefetch());
    },
    hide: () => handles.ui?.hide(),
    update() {
      handles.ui?.update();
      handles.page?.update();
    },
    notice: () => handles.ui?.notice() ?? "",
    language: () => handles.ui ? language : "",
    async hold(element, ids, loadOnce) {
      return (await mounted("page"))?.placeholder(element, ids, loadOnce);
    },
    fill: (element) => void mounted("page").then((made) => made?.fill(element)),
    rehome: () => handles.ui?.rehome(),
    destroy() {
      gone = true;
      handles.ui?.destroy();
      handles.page?.destroy();
    }
  };
}

export { createFace };
