import { idleServices } from "./idleServices.ts";
import { own } from "../lib/own.ts";
import type { Engine } from "./engine.ts";

/** The global names of other consent tools; `__tcfapi` is the IAB's, no matter who offers it. */
const OTHERS = "OneTrust Cookiebot UC_UI tarteaucitron klaro CookieConsent Didomi __tcfapi";

/**
 * Looks at a page that has loaded: for another tool that asks too, and for services that nothing starts.
 *
 * @param named ids that the page's marks name
 */
export function checkPage(engine: Engine, named: ReadonlySet<string>): void {
  const { _config: config, _env: env, _options: options, _report: report } = engine;
  for (const name of OTHERS.split(" ")) {
    // One that the site moves away from may be there for a while. What an element is named is not own.
    if (!own(options, "migrate") && Object.hasOwn(env.window, name)) report("other-library", name);
  }
  // Two copies of ours draw two interfaces; what a stranger wrote where strangers write draws none.
  const hosts = env.document.querySelectorAll("[data-consentry]:not([data-consent-ignore] *)");
  if (hosts[1]) report("other-library", "Consentry");
  for (const service of idleServices(config, named)) {
    if (own(service, "lacks")) report("service-idle", service.id);
  }
}
