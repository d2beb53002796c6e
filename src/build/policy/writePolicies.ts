import { cookieName } from "../../core/config/names.ts";
import { fingerprint } from "../../core/choice/fingerprint.ts";
import { NECESSARY, type GateConfig } from "../../core/config/config.ts";
import { explain } from "../../core/problems/explain.ts";
import { createPlan } from "../../policy/createPlan.ts";
import type { PolicyBase } from "../../policy/policyBase.ts";
import { watchedOf } from "./watchedOf.ts";
import { choicesOf } from "./choices.ts";
import { policyHead } from "./policyHead.ts";
import { writeApache } from "./writeApache.ts";
import { writeCaddy } from "./writeCaddy.ts";
import { writeNginx } from "./writeNginx.ts";
import { writePhp } from "./writePhp.ts";

export const FORMATS = [
  "header",
  "nginx",
  "apache",
  "caddy",
  "json",
  "worker",
  "head",
  "monitor",
  "php",
] as const;
export type Format = (typeof FORMATS)[number];

/** A recipe, and what the site should know of it. */
export interface Written {
  text: string;
  /** Sentences, each with its code. */
  problems: readonly string[];
}

/** Writes the policies of a site in the form that its server takes. */
export function writePolicies(
  config: GateConfig,
  base: PolicyBase,
  format: Format,
  worker = "/consentry.sw.js",
): Written {
  const plan = createPlan(config, base);
  const name = `Content-Security-Policy${base.reportOnly ? "-Report-Only" : ""}`;
  const choices = choicesOf(config, plan);
  const problems = plan.findings.map((finding) => `${finding.code}: ${explain(finding)}`);
  const { floor, parts, rest, also } = plan;
  const facts = { plan: { floor, parts, rest, also }, choice: choiceFacts(config) };
  const write = {
    header: () => `${name}: ${choices.undecided}\n`,
    nginx: () => writeNginx(choices, name),
    apache: () => writeApache(choices, name),
    caddy: () => writeCaddy(choices, name),
    json() {
      const { cookie, doubled, switches, undecided } = choices;
      const policies = Object.fromEntries(
        choices.choices.map(({ on, policy }) => [on.join(" "), policy]),
      );
      const all = {
        header: name,
        undecided,
        policies,
        cookie: { name: cookie, doubled, switches },
      };
      return `${JSON.stringify({ ...all, ...facts }, null, 2)}\n`;
    },
    worker: () => `self.consentryPolicy=${JSON.stringify(facts)};\n`,
    monitor: () => `${JSON.stringify(watchedOf(config), null, 2)}\n`,
    head: () => policyHead(choices.undecided, worker, facts.choice.name),
    php: () => writePhp(config),
  };
  return { text: write[format](), problems };
}

/** What judging a stored choice needs: a service worker has it beside the plan. */
export function choiceFacts(config: GateConfig): {
  name: string;
  revision: number;
  days: number;
  prints: Record<string, string>;
  services: Record<string, readonly [category: string, basis: string]>;
} {
  return {
    name: cookieName(config._hostOnly, true),
    revision: config.revision,
    days: config.days,
    prints: Object.fromEntries(
      config.categories.filter((id) => id != NECESSARY).map((id) => [id, fingerprint(config, id)]),
    ),
    services: Object.fromEntries(
      config.services.map(({ id, category, basis }) => [id, [category, basis ?? "consent"]]),
    ),
  };
}
