import type { GateConfig } from "../config/config.ts";
import { encodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import { optionalCategories } from "./optionalCategories.ts";
import { permits } from "./permits.ts";
import type { State } from "./state.ts";

/** The cookie value of a decided state: categories, and the services that differ from theirs. */
export function toCookie(state: State, config: GateConfig): string {
  const yes: string[] = [];
  const no: string[] = [];
  const prints: string[] = [];
  for (const id of optionalCategories(config)) {
    const isOn = permits(state, id);
    // What waits for an answer has none, as what no one was asked for.
    if (!isOn && !state.refused.includes(id)) continue;
    (isOn ? yes : no).push(id);
    prints.push(`${id}.${fingerprint(config, id)}`);
  }
  for (const service of config.services) {
    const usual = service.basis != "consent" || permits(state, service.category);
    if (permits(state, service.id) != usual) (usual ? no : yes).push(service.id);
  }
  return encodeCookie({
    id: state.subjectId ?? "",
    at: Math.floor((state.decidedAt ?? 0) / 1000),
    revision: state.revision,
    _yes: yes,
    _no: no,
    _prints: prints,
  });
}
