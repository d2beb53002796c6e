import { NOTHING, viewOf, readyState } from './consentView.js';

function consentStore(consent, initial = NOTHING) {
  let isAwake = false;
  return {
    subscribe(run) {
      let stop;
      let isGone = false;
      const tell = (state) => run(viewOf(state));
      const follow = () => {
        isAwake = true;
        if (!isGone) stop = consent.on("change", tell);
      };
      if (!isAwake || !readyState(consent)) tell(initial);
      if (isAwake) follow();
      else queueMicrotask(follow);
      return () => {
        isGone = true;
        stop?.();
      };
    }
  };
}
function consented(consent, ids, initial) {
  const store = consentStore(consent, initial);
  return { subscribe: (run) => store.subscribe(({ permits }) => run(permits(ids))) };
}
function openPreferences(element, part) {
  const update = (id = "") => element.setAttribute("data-consent-open", id);
  update(part);
  return { update, destroy: () => element.removeAttribute("data-consent-open") };
}

export { consentStore, consented, openPreferences };
