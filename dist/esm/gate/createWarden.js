import { runsEach } from './createGate.js';
import { FETCHING, putAnew, reloadMedia } from './releaseEmbed.js';
import { stopScripts, unstick } from './stopScripts.js';

function createWarden({ gate, permits, place, report }) {
  const permitted = (item) => item.once || permits(item.ids);
  const shut = (item) => {
    const { element, ids } = item;
    if (permitted(item)) return;
    item.shut = true;
    if (item.script) return;
    const isNew = item.is == "held";
    item.is = "held";
    if (withholdEmbed(element) && isNew) report("src-not-withheld", ids);
    if (!element.matches("iframe,video,audio,object,embed,[data-placeholder]")) return;
    item.unplace ??= place(element, ids, () => {
      item.once = true;
      gate.open(item);
    });
  };
  return {
    shut,
    withhold(forget) {
      for (const item of gate.items()) {
        if (forget) item.once = false;
        shut(item);
      }
      stopScripts(gate, (item) => !permitted(item));
    },
    release() {
      for (const item of gate.items()) {
        if (!permitted(item)) continue;
        if (item.shut) runAgain(item);
        gate.open(item);
      }
      gate.queue.pump();
    },
    unstick: (item) => unstick(gate.queue, item, report),
    destroy() {
      stopScripts(gate, () => true);
      for (const item of gate.items()) item.unplace?.();
    }
  };
}
function runAgain(item) {
  const { element, fresh } = item;
  item.shut = false;
  if (!runsEach(element) || !fresh?.isConnected) return;
  fresh.replaceWith(element);
  item.is = "held";
}
function withholdEmbed(element) {
  let open = false;
  let changed = false;
  for (const name of FETCHING) {
    const value = element.getAttribute(name);
    if (value == null) continue;
    if (!element.hasAttribute(`data-${name}`)) {
      element.setAttribute(`data-${name}`, value);
      open = true;
    }
    element.removeAttribute(name);
    changed = true;
  }
  if (!changed) return false;
  putAnew(element);
  reloadMedia(element);
  return open;
}

export { createWarden };
