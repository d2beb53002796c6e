import { explain } from "../core/problems/explain.ts";
import type { Options } from "../core/config/options.ts";
import { parseGate } from "../core/config/parseGate.ts";
import type { State } from "../core/choice/state.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import { composePolicy } from "./composePolicy.ts";
import { connectionAllowlist } from "./connectionAllowlist.ts";
import { createPlan, type Plan } from "./createPlan.ts";
import type { Policy, PolicyBase } from "./policyBase.ts";

const NAME = "content-security-policy";

/**
 * Prepares a policy once for many states: what a server does at its start.
 *
 * @param options The options of the page, services as a list.
 * @param base What the policy holds beside consent, or the text of the site's own policy.
 * @returns For a state the headers that cover it. Never throws; what it cannot make it leaves blocked and reports.
 * @throws never
 * @example
 * import { createPolicy } from "consentry/policy";
 * import { readConsent } from "consentry/server";
 *
 * const options = { controller: { name: "Acme BV" } };
 * const policyFor = createPolicy(options, { policy: "default-src 'self'" });
 * const { headers } = policyFor(readConsent("consentry=…", options).state);
 * console.log(headers);
 */
export function createPolicy(
  options: Options,
  base: PolicyBase | string = {},
): (state: State) => Policy {
  const given: PolicyBase = typeof base == "string" ? { policy: base } : base;
  const plan = createPlan(
    parseGate(options, () => {}),
    given,
  );
  const problems = plan.findings.map((finding) => ({ ...finding, message: explain(finding) }));
  const ids = Object.keys(plan.parts);
  const links = own(given, "links");
  const reportOnly = own(given, "reportOnly") === true;
  const site = own(given, "policy");
  return (state) => {
    const services = own(state, "services");
    const directives = composePolicy(
      plan,
      ids.filter((id) => own(services, id) === true),
    );
    const text = writePlan(plan, directives);
    const headers: Record<string, string> = { [NAME]: text };
    if (reportOnly) {
      const enforced = typeof site == "string" ? site.replace(/[^ -~]/g, "").trim() : "";
      delete headers[NAME];
      if (enforced) headers[NAME] = enforced;
      headers[`${NAME}-report-only`] = text;
    }
    const allowlist = listOf(links, 1000);
    if (allowlist) {
      const name = `connection-allowlist${reportOnly ? "-report-only" : ""}`;
      headers[name] = connectionAllowlist(directives, allowlist);
    }
    return { headers, text, directives, problems };
  };
}

/** The text of a plan's policies for composed directives. */
export function writePlan(plan: Plan, directives: Record<string, readonly string[]>): string {
  const first = [
    ...Object.entries(directives).map(([name, sources]) =>
      [name, ...(sources.length ? sources : ["'none'"])].join(" "),
    ),
    ...plan.rest,
  ].join("; ");
  return [first, ...plan.also].join(", ");
}
