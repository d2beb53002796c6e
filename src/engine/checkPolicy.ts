import { permits } from "../core/choice/permits.ts";
import type { Service } from "../core/config/service.ts";
import { matchesHost } from "../lib/matchesHost.ts";
import { own } from "../lib/own.ts";
import type { Engine } from "./engine.ts";

/** The directives of a policy made from consent (`consentry/policy`), in their order. */
const FROM_CONSENT =
  /default-src .*; frame-src .*; worker-src .*; object-src .*; base-uri .*; form-action /;

/**
 * Reports what the page's own policy stops though it is permitted, where the options do not say how such a grant is
 * meant (`policy`). A policy made from consent was made before the grant; any other lacks the source.
 */
export function checkPolicy(engine: Engine): void {
  const { _config: config, _end, _env, _options, _report: report, _store: store } = engine;
  if (own(_options, "policy") !== undefined) return;
  const { _state: first } = store.get();
  /** Decided on this page already: what was permitted before it is not known. */
  const isLate = (first.decidedAt ?? 0) > _env.window.performance.timeOrigin;
  _env.window.document.addEventListener(
    "securitypolicyviolation",
    ({ blockedURI, disposition, effectiveDirective, originalPolicy }) => {
      const host = /^(?:https?|wss?):\/\/([^/:]+)/.exec(blockedURI)?.[1];
      if (!host || disposition != "enforce") return;
      const { _state: state } = store.get();
      const service = config.services.find((one) => permits(state, one.id) && asks(one, host));
      if (!service) return;
      const { id } = service;
      const isNew = isLate || !permits(first, id);
      if (isNew && FROM_CONSENT.test(originalPolicy)) report("policy-shut", id);
      else report("policy-narrow", `${id} ${effectiveDirective} ${host}`);
    },
    { signal: _end.signal },
  );
}

/** Whether a service says that it asks this host. */
function asks({ hosts, hostsFor }: Service, host: string): boolean {
  return [hosts, Object.values(hostsFor ?? {})].flat(2).some((given) => {
    const name = String(given).replace(/^\w+:\/\/|[:/].*/g, "");
    return matchesHost(name, host);
  });
}
