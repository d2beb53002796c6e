import { permits } from '../core/permits.js';

const NOTHING = Object.freeze({
  status: "undecided",
  subjectId: null,
  decidedAt: null,
  expiresAt: null,
  revision: 0,
  categories: Object.freeze({ necessary: true }),
  services: Object.freeze({}),
  source: null,
  pending: Object.freeze([]),
  refused: Object.freeze([]),
  lapse: null
});
function viewOf(state) {
  return Object.freeze({ state, permits: (ids) => permits(state, ids) });
}
function readyState(consent) {
  let state;
  consent?.on("change", (now) => state = now)();
  return state;
}
function warnOfNoInstance() {
  console.warn("[consentry] no instance was provided: nothing is permitted");
}

export { NOTHING, readyState, viewOf, warnOfNoInstance };
