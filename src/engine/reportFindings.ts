import type { Finding } from "../core/problems/problem.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import type { Reporter } from "./reporter.ts";

/** More mistakes than this help no one. */
const MOST = 50;

/** Reports what a service or signal of the catalogue found wrong with its options; `at` is where the site wrote them. */
export function reportFindings(made: unknown, at: string, report: Reporter["_report"]): void {
  for (const finding of listOf(own(made, "findings"), MOST) ?? []) {
    const { code, at: option, names } = Object(finding) as Finding;
    report(code, option ? `${at}.${option}` : at, names);
  }
}
