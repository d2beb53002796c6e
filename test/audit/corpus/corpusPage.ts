import type { RuleId } from "../../../src/audit/rules.ts";

/** One page of the corpus, with what stands beside it. */
export interface CorpusPage {
  /** Folder of the page below the corpus. */
  name: string;
  /** Files below that folder; `index.html` is the page. */
  files: Readonly<Record<string, string>>;
  /** What the static audit must find there: a rule, and a part of what was seen. */
  expected: readonly (readonly [rule: RuleId, what: string])[];
  /** What the live audit must find there; absent: nothing. */
  live?: RuleId;
  /** Rules that the same defect breaks too. */
  also?: readonly RuleId[];
  /** Response headers of the page. */
  headers?: Readonly<Record<string, string>>;
  /** Whether `--fix` leaves a page that the live audit passes. */
  fixable?: boolean;
}

/** The configuration of every page of the corpus that has the library. */
export const CONFIG = {
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
};

/** The library with a configuration in the page. */
export function library(services: readonly string[], more: object = {}): string {
  const map = Object.fromEntries(services.map((id) => [id, {}]));
  const config = { ...CONFIG, services: map, ...more };
  const text = JSON.stringify(config).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="consentry-config">${text}</script>
<script defer src="/dist/consentry.js"></script>`;
}
