import { PACKAGES } from "../vendors/snippets.ts";
import { judgeService, type Knowledge, type Sighting } from "./judge.ts";

const IMPORT = /\b(?:import|from)\s*\(?\s*["']([@\w][\w./@-]*)["']/g;

/**
 * Vendors' packages that a component imports. Whether the program waits before it starts them cannot be read, so each
 * is a note.
 */
export function judgeImports(code: string, known: Knowledge): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: all, 1: specifier, index } of code.matchAll(IMPORT)) {
    const id = Object.hasOwn(PACKAGES, specifier!) ? PACKAGES[specifier!]! : "";
    const service = id ? known.recogniser.service(id) : undefined;
    const verdict = service && judgeService(service, known);
    if (!verdict) continue;
    found.push({
      rule: "sdk-imported",
      level: "note",
      start: index,
      end: index + all.length,
      service: id,
      what: specifier!,
      message: `This component imports ${verdict.name}'s package; whether it waits for consent cannot be read.`,
      fix: `Start it in consent.when("${id}") and not before, or let the catalogue's service load it.`,
    });
  }
  return found;
}
