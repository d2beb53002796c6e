import { scriptType, scriptUrl } from './item.js';

function makeScript(held, maker) {
  const fresh = maker.document.createElement("script");
  for (const { name, value } of held.attributes) {
    if (!/^(type|src|data-src|nonce|async|defer|on.*)$/.test(name)) fresh.setAttribute(name, value);
  }
  fresh.type = scriptType(held);
  fresh.nonce = held.nonce || maker.nonce;
  const url = scriptUrl(held);
  if (url) fresh.src = maker.policy().createScriptURL(url);
  else fresh.text = maker.policy().createScript(held.textContent);
  return fresh;
}

export { makeScript };
