import { scriptType, scriptUrl } from './item.js';

function makeScript(held, document, nonce, trust) {
  const fresh = document.createElement("script");
  for (const { name, value } of held.attributes) {
    if (!/^(type|src|data-src|nonce|async|defer|on.*)$/.test(name)) fresh.setAttribute(name, value);
  }
  fresh.type = scriptType(held);
  fresh.nonce = held.nonce || nonce;
  const url = scriptUrl(held);
  if (url) fresh.src = trust("createScriptURL", url);
  else fresh.text = trust("createScript", held.textContent);
  return fresh;
}

export { makeScript };
