import { explainCatalogue } from "../dist/esm/engine/explainCatalogue.js";
import { ownService } from "../dist/esm/core/config/ownService.js";
import { explain } from "../dist/esm/core/problems/explain.js";
import { findProblems } from "../dist/esm/core/problems/findProblems.js";

/**
 * Every mistake of a configuration, by the library's own check: of the options, and of each service of the
 * catalogue as its file makes it.
 */
export function problemsOf(config, facts) {
  const found = [];
  const tell = (code, at) => found.push({ code, at, message: explain({ code, at }) });
  const { services } = config;
  if (!services || Array.isArray(services) || typeof services != "object") {
    for (const { code, at } of findProblems(config)) tell(code, at);
    return found;
  }
  const made = [];
  for (const [id, options] of Object.entries(services)) {
    const known = facts.get(id);
    const service = known ? known.make(options) : ownService(id, options);
    if (!service) {
      tell("service-unavailable", id);
      continue;
    }
    made.push([id, service]);
    for (const { code, at } of service.findings ?? []) tell(code, `services.${id}.${at}`);
  }
  explainCatalogue(config, made, tell);
  return found;
}
