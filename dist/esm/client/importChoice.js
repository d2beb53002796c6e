import { NECESSARY } from '../core/config.js';
import { dict } from '../lib/dict.js';

const DAY = 864e5;
function importChoice(migration, world, config, now) {
  const earlier = migration.read(world);
  if (!earlier) return null;
  const { answers, at = now } = earlier;
  if (!(now - at <= config.days * DAY && at - now <= DAY)) return null;
  const choices = dict();
  const open = /* @__PURE__ */ new Set();
  for (const name of Object.keys(migration.map)) {
    const answer = Object.hasOwn(answers, name) ? answers[name] : void 0;
    for (const id of migration.map[name].split(/\s+/)) {
      if (answer === void 0) open.add(id);
      else if (id && id != NECESSARY) choices[id] = answer && choices[id] !== false;
    }
  }
  for (const id of open) if (choices[id]) delete choices[id];
  const asked = config.categories.filter((id) => id != NECESSARY);
  for (const category of asked) {
    const services = config.services.filter(
      (service) => service.category == category && service.basis == "consent"
    );
    if (category in choices || open.has(category) || !services.length) continue;
    if (services.every(({ id }) => id in choices)) {
      choices[category] = services.every(({ id }) => choices[id]);
    }
  }
  return asked.some((id) => id in choices) ? choices : null;
}

export { importChoice };
