import { dict } from '../lib/dict.js';
import { own } from '../lib/own.js';
import { NECESSARY } from './config.js';
import { makeState } from './makeState.js';

function decide(state, intent, config, facts) {
  const pending = waiting(state, intent);
  const { answers, unknown } = readIntent(state, intent, config);
  const now = Math.floor(facts.now / 1e3) * 1e3;
  const next = makeState(
    config,
    {
      subjectId: state.subjectId ?? facts.newId,
      decidedAt: now,
      source: intent.source,
      pending,
      lapse: pending.length ? state.lapse : null
    },
    (id) => answers[id]
  );
  const gained = changed(next, state);
  const lost = changed(state, next);
  return {
    state: next,
    event: eventOf(config, state, { after: next, gained, lost }),
    method: intent.kind,
    source: intent.source,
    trusted: intent.trusted,
    gained,
    lost,
    unknown
  };
}
function waiting(state, intent) {
  if (intent.kind != "save" || own(intent, "partial") !== true) return [];
  return state.pending.filter((id) => !Object.hasOwn(intent.choices, id));
}
function readIntent(state, intent, config) {
  const answers = dict();
  const unknown = [];
  const all = intent.kind == "accept-all";
  const one = intent.kind == "withdraw" && Object.hasOwn(intent, "id") ? intent.id : void 0;
  const keep = intent.kind == "save" || one != null;
  for (const id of config.categories) answers[id] = keep ? state.categories[id] : all;
  for (const { id } of config.services) answers[id] = keep ? state.services[id] : all;
  const set = (id, value) => {
    if (config.categories.includes(id)) {
      answers[id] = value;
      for (const service of config.services) {
        if (service.category == id && service.basis == "consent") answers[service.id] = value;
      }
    } else if (id in answers) answers[id] = value;
    else unknown.push(id);
  };
  if (intent.kind == "save") {
    const ids = Object.keys(intent.choices);
    const isCategory = (id) => config.categories.includes(id);
    for (const id of [...ids.filter(isCategory), ...ids.filter((id2) => !isCategory(id2))]) {
      set(id, intent.choices[id] === true);
    }
  } else if (one != null) set(one, false);
  return { answers, unknown };
}
function changed(a, b) {
  return [
    ...Object.keys(a.categories).filter((id) => a.categories[id] && !b.categories[id]),
    ...Object.keys(a.services).filter((id) => a.services[id] && !b.services[id])
  ];
}
function eventOf(config, before, change) {
  const granted = (state) => config.categories.some((id) => id != NECESSARY && state.categories[id]) || config.services.some(({ id, basis }) => basis == "consent" && state.services[id]);
  if (!granted(change.after)) return granted(before) ? "withdrawn" : "refused";
  const first = before.status == "undecided";
  if (first && before.lapse) return "renewed";
  if (change.gained.length) return first ? "given" : "changed";
  return change.lost.length ? "withdrawn" : "renewed";
}

export { decide };
