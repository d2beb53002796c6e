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
  let messages = dict();
  let language = "";
  let handle;
  let page;
  let words;
  let gone = false;
  const painted = () => afterPaint(env.window, document);
  const host = {
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
      if (!done && !gone) handle?.show("banner");
    },
    reach: () => void withDecider(({ ledger }) => ledger.open(handle?.notice() ?? "")),
    painted,
    report,
    records: async () => await withDecider(({ ledger }) => ledger.records()) ?? [],
    verify: async () => await withDecider(({ ledger }) => ledger.verify()),
    exportRecords: async () => await withDecider(({ ledger }) => ledger.export()) ?? ""
  };
  const speak = () => words ??= (async () => {
    const wanted = config.language || document.documentElement.lang;
    const offered = ["en", ...parts.locales.split(" ")];
    const [plain] = wanted.toLowerCase().split("-");
    const usual = [wanted.toLowerCase(), plain].find((tag) => offered.includes(tag));
    language = usual ?? pickLocale([wanted], offered);
    let found = {};
    try {
      if (language != "en") found = await parts.load(language, "locales/");
    } catch {
      report("language-unavailable", language);
      language = "en";
    }
    messages = Object.assign(dict(), found, config.texts["*"], config.texts[language]);
  })();
  const mounted = async (name, has, make) => {
    if (has) return has;
    try {
      const [mount] = await Promise.all([parts.load(name), speak()]);
      if (!gone) return make(mount);
    } catch {
      report("ui-unavailable", name);
    }
    return void 0;
  };
  const withUi = async () => parts.hasUi ? mounted("ui", handle, (mount) => handle ??= mount(host)) : void 0;
  const withPage = () => mounted("page", page, (mount) => page ??= mount(host));
  if (session.seen.includes("\n")) report("cookie-duplicated");
  for (const { ids } of session.gate.items()) {
    for (const id of splitIds(ids)) if (!knows(session.state, id)) report("unknown-id", id);
  }
  return {
    async show(view, part) {
      (await withUi())?.show(view, part);
      await painted();
      void withDecider(({ ledger }) => ledger.prefetch());
    },
    hide: () => handle?.hide(),
    update() {
      handle?.update();
      page?.update();
    },
    notice: () => handle?.notice() ?? "",
    language: () => handle ? language : "",
    async hold(element, ids, loadOnce) {
      return (await withPage())?.placeholder(element, ids, loadOnce);
    },
    fill: (element) => void withPage().then((made) => made?.fill(element)),
    rehome: () => handle?.rehome(),
    destroy() {
      gone = true;
      handle?.destroy();
      page?.destroy();
    }
  };
}

export { createFace };
