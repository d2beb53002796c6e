import { createClient } from '../client/createClient.js';
import { createDecider } from '../client/createDecider.js';
import { createFace } from '../client/createFace.js';
import { late } from '../client/late.js';
import { keysOf } from '../lib/keysOf.js';
import { own } from '../lib/own.js';

function createConsent(options) {
  const locales = own(options, "locales") ?? {};
  const ui = own(options, "ui");
  const signals = own(options, "signals");
  const bundled = { more: createDecider, face: createFace, late };
  const loaders = {
    more: () => Promise.resolve(bundled.more),
    face: () => Promise.resolve(bundled.face),
    late: () => Promise.resolve(late),
    ui: () => ui ? Promise.resolve(ui) : Promise.reject(new Error("no UI")),
    page: () => import('../ui/mountPage.js').then(({ mountPage }) => mountPage),
    proof: () => import('../proof/createProofLog.js').then((proof) => proof.createProofLog),
    arrive: () => import('../client/createArrive.js').then(
      ({ createArrive }) => createArrive((id) => Promise.reject(new Error(id)))
    ),
    extra: () => import('../client/extra.js').then(({ extra }) => extra)
  };
  const load = async (name, folder) => {
    if (!folder) return loaders[name]();
    if (folder == "locales/") return locales[name];
    throw new Error(name);
  };
  return createClient(options, {
    bundled,
    hasUi: typeof ui == "function",
    nonce: "",
    signals: (Array.isArray(signals) ? signals : []).filter(isSignal),
    load,
    locales: keysOf(locales)
  });
}
function isSignal(value) {
  return typeof own(value, "update") == "function";
}

export { createConsent };
