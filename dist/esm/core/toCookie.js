import { NECESSARY } from './config.js';
import { encodeCookie } from './cookieText.js';
import { fingerprint } from './fingerprint.js';

function toCookie(state, config) {
  const yes = [];
  const no = [];
  const prints = [];
  for (const id of config.categories) {
    if (id == NECESSARY || state.pending.includes(id)) continue;
    (state.categories[id] ? yes : no).push(id);
    prints.push(`${id}.${fingerprint(config, id)}`);
  }
  for (const service of config.services) {
    const usual = service.basis != "consent" || state.categories[service.category];
    if (state.services[service.id] != usual) (usual ? no : yes).push(service.id);
  }
  return encodeCookie({
    id: state.subjectId ?? "",
    at: Math.floor((state.decidedAt ?? 0) / 1e3),
    revision: state.revision,
    yes,
    no,
    prints
  });
}

export { toCookie };
