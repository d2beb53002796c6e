import { createClient } from '../client/createClient.js';
import { createDecider } from '../client/createDecider.js';
import { createFace } from '../client/createFace.js';
import { late } from '../client/late.js';
import { library } from '../client/library.js';
import { keysOf } from '../lib/keysOf.js';

function createConsent(options) {
  const locales = options.locales ?? {};
  const { ui } = options;
  const bundled = { more: createDecider, face: createFace, late };
  const loaders = {
    more: () => Promise.resolve(bundled.more),
    face: () => Promise.resolve(bundled.face),
    late: () => Promise.resolve(late),
    ui: () => ui ? Promise.resolve(ui) : Promise.reject(new Error("no UI")),
    page: () => import('../ui/mountPage.js').then(({ mountPage }) => mountPage),
    proof: () => import('../proof/createProofLog.js').then((proof) => proof.createProofLog),
    extra: () => import('../client/extra.js').then(({ extra }) => extra)
  };
  return createClient(options, {
    library,
    bundled,
    hasUi: typeof ui == "function",
    nonce: "",
    signals: (options.signals ?? []).filter((signal) => typeof signal == "object"),
    locales: keysOf(locales),
    load: (name) => loaders[name](),
    loadLocale: (tag) => Promise.resolve(locales[tag]),
    loadSignal: (id) => Promise.reject(new Error(id)),
    loadService: (id) => Promise.reject(new Error(id))
  });
}

export { createConsent };
