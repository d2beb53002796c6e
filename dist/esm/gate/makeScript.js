import { scriptType, scriptUrl } from './item.js';

function makeScript(held, document, nonce, trust) {
  const fresh = document.createElement("script");
  for (const name of held.getAttributeNames()) {
    if (!/^(type|src|data-src|nonce|async|defer|on.*)$/.test(name)) {
      fresh.setAttribute(name, held.getAttribute(name));
    }
  }
  fresh.type = scriptType(held);
  fresh.nonce = held.nonce || nonce;
  const url = scriptUrl(held);
  if (url) fresh.src = trust ? trust("createScriptURL", url) : url;
  else fresh.text = trust ? trust("createScript", held.textContent) : held.textContent;
  return fresh;
}

export { makeScript };
