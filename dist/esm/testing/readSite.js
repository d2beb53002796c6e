import { explain } from '../core/explain.js';
import { parseGate } from '../core/parseGate.js';
import { parseKeep } from '../core/parseKeep.js';
import { tidyService } from '../core/tidyService.js';

function readSite(options) {
  const mistakes = [];
  const found = (code, at) => mistakes.push(`${at || "site"}: ${explain({ code, at })}`);
  const config = parseGate(options, found);
  const keep = parseKeep(options, found);
  const services = config.services.map((service) => tidyService(service, found));
  for (const id of Object.keys(config.catalogue)) {
    mistakes.push(
      `services.${id}: the kit needs a list of services, each as from consentry/services/${id}`
    );
  }
  if (mistakes.length) throw new Error(`The site's configuration: ${mistakes.join("; ")}`);
  return { ...config, ...keep, services };
}

export { readSite };
