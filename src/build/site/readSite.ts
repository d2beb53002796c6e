import { readFile } from "node:fs/promises";
import { fetchCatalogue } from "../../engine/fetchCatalogue.ts";
import type { Config, GateConfig } from "../../core/config/config.ts";
import { explain } from "../../core/problems/explain.ts";
import { findProblems } from "../../core/problems/findProblems.ts";
import { parseFace } from "../../core/config/parseFace.ts";
import { ownService } from "../../core/config/ownService.ts";
import { parseGate } from "../../core/config/parseGate.ts";
import type { Finding, Note, ProblemCode } from "../../core/problems/problem.ts";
import { signalIds } from "../../core/config/signalIds.ts";
import { isId } from "../../lib/isId.ts";
import { own } from "../../lib/own.ts";
import { SiteError } from "../SiteError.ts";
import { loadDoor } from "./loadDoor.ts";

/** A site's configuration file, with the services of the catalogue that it names. */
export interface Site {
  /** As the file has it. */
  options: Readonly<Record<string, unknown>>;
  /** What deciding and gating know of it. */
  gate: GateConfig;
  /** The same with what is shown. */
  config: Config;
  /** Ids of the signals that the configuration and its services name. */
  signals: readonly string[];
}

/**
 * Reads the file that a page takes by `data-config`, or takes what it holds. Every mistake that a page would tell as a problem
 * ends the command: what is generated must not lack what the site believes to be in it.
 */
export async function readSite(source: string | object | undefined): Promise<Site> {
  if (!source) {
    throw new SiteError(
      "usage",
      "--config FILE is needed; in an app the options, which are undefined here: see that their module exports what is imported.",
    );
  }
  const options = typeof source == "string" ? await readJson(source) : source;
  const findings: Finding[] = [...findProblems(options)];
  const note: Note = (code, at) => void findings.push({ code, at });
  const { gate, config } = await withCatalogue(options, note);
  const signals = [
    ...new Set([
      ...signalIds(gate.signals),
      ...gate.services.flatMap((service) => service.signals ?? []),
    ]),
  ];
  for (const id of signals) if (!(await isSignal(id))) note("signal-unavailable", id);
  if (findings.length) {
    const lines = new Set(findings.map(sentence));
    throw new SiteError("config", [...lines].join("\n"));
  }
  return { options: options as Site["options"], gate, config, signals };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as unknown;
  } catch {
    throw new SiteError("environment", sentence({ code: "config-unreadable", at: path }));
  }
}

function sentence(finding: Finding): string {
  return `${finding.code}: ${explain(finding)}`;
}

/** The services that the file names, fetched as a page would fetch them. */
async function withCatalogue(options: unknown, note: Note): Promise<Pick<Site, "gate" | "config">> {
  const quiet = (): void => {};
  const gate = parseGate(options, quiet);
  const ids = Object.keys(gate._catalogue);
  if (!ids.length) return { gate, config: parseFace(options, gate, quiet) };
  const files = ids.map(async (id) => {
    const made = ownService(id, gate._catalogue[id]!);
    if (made) return () => made;
    const factory = await loadDoor("catalogue/services", id);
    if (typeof factory != "function") throw new Error(id);
    return (given: object): unknown => Reflect.apply(factory, undefined, [given]) as unknown;
  });
  const report = (code: ProblemCode, at = ""): void => note(code, at);
  const whole = await fetchCatalogue(gate, files, { note, report });
  // What the catalogue found wrong with its options is reported here; the rest was found above.
  const config = parseFace(options, whole, (code, at) => {
    if (at.startsWith("services.")) note(code, at);
  });
  return { gate: whole, config };
}

async function isSignal(id: string): Promise<boolean> {
  try {
    const factory = isId(id) && (await loadDoor("catalogue/signals", id));
    return typeof factory == "function" && own(Reflect.apply(factory, undefined, []), "id") == id;
  } catch {
    return false; // Not there, or none of those that a page can ask for.
  }
}
