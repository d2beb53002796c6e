import { createClient } from '../client/createClient.js';
import { late } from '../client/late.js';
import { version } from '../client/library.js';
import { pickLocale } from '../i18n/pickLocale.js';
import { own } from '../lib/own.js';
import { safeDocument } from '../lib/safeDocument.js';

function startSite(options, { signals, languages, asking, fetch }) {
  const global = window;
  const earlier = global.Consentry;
  if (typeof own(earlier, "start") == "function") {
    console.warn("[consentry] loaded-twice");
    return;
  }
  const page = safeDocument(document);
  const load = async (name, folder) => {
    if (folder == "locales/") return (await fetch()).locales[name];
    if (folder) throw new Error(name);
    return name == "late" ? late : (await fetch()).files[name];
  };
  const given = {
    // Asked for when something is shown, and not before: the first use of Intl.Locale is slow.
    get language() {
      return pickLocale([page.documentElement.lang], languages, languages[0]);
    },
    ...options
  };
  const consent = createClient(given, {
    nonce: page.currentScript?.nonce ?? "",
    signals,
    locales: languages,
    hasUi: true,
    bundled: { ...asking?.files, late },
    load,
    prefetch: () => void fetch().catch(() => {
    })
    // Whoever uses it reports.
  });
  const push = (...calls) => {
    for (const call of calls) {
      if (typeof call == "function") {
        queueMicrotask(() => call(consent));
      }
    }
  };
  global.Consentry = Object.freeze({
    version,
    current: consent,
    /** Already started: reports so, and gives the running instance. */
    start() {
      consent.start();
      return consent;
    },
    push
  });
  consent.start();
  if (Array.isArray(earlier)) push(...earlier);
}

export { startSite };
