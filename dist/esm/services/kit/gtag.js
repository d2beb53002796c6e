import { loadScript } from './loadScript.js';
import { once } from './once.js';
import { queue } from './queue.js';

function gtag({ window }, layer) {
  const send = function() {
    queue(window, layer).push(arguments);
  };
  window.gtag ??= send;
  return send;
}
function startGtag(context, id, layer, config) {
  const send = gtag(context, layer);
  if (once(context, `gtag ${layer}`)) send("js", /* @__PURE__ */ new Date());
  if (once(context, `gtag ${layer} ${id}`)) send("config", id, config);
  const name = layer == "dataLayer" ? "" : `&l=${encodeURIComponent(layer)}`;
  const url = `https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(id)}${name}`;
  return loadScript(context, url, void 0, `gtag ${layer}`);
}

export { gtag, startGtag };
