import { scriptUrl, scriptLabel } from './item.js';

function stopScripts({ queue, items }, refused) {
  for (const item of [...queue.waiting, ...queue.running.keys()]) {
    if (refused(item)) stop(queue, item);
  }
  for (const item of items()) {
    if (item.fresh?.type == "module" && !scriptUrl(item.element) && refused(item)) adoptAway(item);
  }
  queue.pump();
}
function unstick(queue, oldest, report) {
  if (!queue.line.delete(oldest)) return;
  report("script-timeout", scriptLabel(oldest));
  const behind = [...queue.line, ...queue.waiting];
  for (const item of behind) stop(queue, item);
  behind.forEach(queue.add);
  queue.hung.add(oldest);
  queue.pump();
}
function stop(queue, item) {
  queue.forget(item);
  item.is = "held";
  item.fresh?.replaceWith(item.element);
  adoptAway(item);
}
function adoptAway(item) {
  if (item.fresh) new Document().adoptNode(item.fresh);
  item.fresh = void 0;
}

export { stopScripts, unstick };
