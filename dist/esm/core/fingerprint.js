import { hash32 } from '../lib/hash32.js';

function fingerprint(config, category) {
  const services = config.services.flatMap(
    (service) => service.category == category ? `${service.id}:${service.basis}` : []
  );
  return hash32([config.name, category, ...services.sort()].join("\n"));
}

export { fingerprint };
