import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { checkSignals } from "../config/checkSignals.ts";
import { isOption, OPTIONS } from "../config/isOption.ts";
import { parseFace } from "../config/parseFace.ts";
import { parseGate } from "../config/parseGate.ts";
import { parseKeep } from "../config/parseKeep.ts";
import type { Finding, Note } from "./problem.ts";
import { readOption } from "../config/readOption.ts";
import type { Basis } from "../config/service.ts";

/** More mistakes than this help no one; the rest is counted as one. */
const MOST = 50;

const BASES: readonly unknown[] = ["consent", "necessary", "legitimate-interest"] satisfies Basis[];

/** Every mistake in a configuration of unknown origin, with its place. Never throws. */
export function findProblems(options: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const note: Note = (code, at, names) => {
    if (findings.length < MOST) findings.push({ code, at, ...(names && { names }) });
    else if (findings.length == MOST) findings.push({ code: "too-many", at: "" });
  };
  // The script tag could not have the configuration, and says in its place what failed and where.
  const [code, at] = listOf(options, 2) ?? [];
  if (code === "config-unreadable" || code === "nonce-missing") {
    return [{ code, at: String(at ?? "#consentry-config") }];
  }
  for (const key of keysOf(options)) {
    if (!isOption(key)) note("unknown-option", key, OPTIONS);
  }
  const { text, flag } = readOption(options, note);
  // The gate reads these without a word.
  text("nonce");
  flag("hostOnly");
  flag("trustNeighbours");
  checkSignals(own(options, "signals"), note);
  const categories = listOf(own(options, "categories"), 1000);
  if (categories && new Set(categories).size != categories.length) {
    note("duplicate-id", "categories");
  }
  // An unknown basis is asked for as consent, without a word, where the gate parses it.
  listOf(own(options, "services"), MOST)?.forEach((service, index) => {
    const basis = own(service, "basis");
    if (basis !== undefined && !BASES.includes(basis)) {
      note("wrong-type", `services[${index}].basis`);
    }
    // What only a few pages need is not looked at where a page is made.
    const stubs = own(service, "stubs");
    const dataLayer = own(service, "dataLayer");
    if (stubs !== undefined && !listOf(stubs, 0)) note("wrong-type", `services[${index}].stubs`);
    if (dataLayer !== undefined && typeof dataLayer != "string") {
      note("wrong-type", `services[${index}].dataLayer`);
    }
  });
  const gate = parseGate(options, note);
  parseFace(options, gate, note);
  parseKeep(options, note);
  return findings;
}
