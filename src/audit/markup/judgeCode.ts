import type { Service } from "../../core/config/service.ts";
import { codeAddresses, type CodeAddress } from "./codeAddresses.ts";
import { type MarkupElement, valueOf } from "./element.ts";
import { runs } from "./fetching.ts";
import { hostOf } from "./hostOf.ts";
import {
  judgeAddress,
  judgeService,
  type Knowledge,
  type Sighting,
  shown,
  type Verdict,
} from "./judge.ts";
import { markEdits } from "./markEdits.ts";
import { plainCode } from "./plainCode.ts";

/** `gtag("consent", "default", { ad_storage: "granted" })` and its kin. */
const CONSENT_CALL = /gtag\(\s*["']consent["']\s*,\s*["'](?:default|update)["']\s*,\s*\{([^}]*)\}/g;
const GRANTED =
  /["']?\b(ad_storage|analytics_storage|ad_user_data|ad_personalization|functionality_storage|personalization_storage)["']?\s*:\s*["']granted["']/;
/** Says that another script reads it, as Consentry's own bundle and its configuration do. */
const OURS = /consentry:change|data-consentry-view/;

/** Where a script starts a service, or asks another host by itself. */
export interface CodeSighting {
  verdict: Verdict;
  /** Offset in the script. */
  at: number;
  what: string;
  how: CodeAddress["how"] | "snippet";
}

/** Services that a script starts and hosts that it asks, each once. */
export function sightCode(raw: string, known: Knowledge): CodeSighting[] {
  if (!mayMatter(raw) || OURS.test(raw)) return [];
  const code = plainCode(raw);
  const found = new Map<string, CodeSighting>();
  const add = (verdict: Verdict | null, sighting: Omit<CodeSighting, "verdict">): void => {
    const key = verdict?.service?.id ?? verdict?.name ?? "";
    if (verdict && !found.has(key)) found.set(key, { verdict, ...sighting });
  };
  for (const { service, snippet } of known.recogniser.bySnippet(code)) {
    const at = Math.max(0, Math.min(...snippet.starts.map((start) => place(code, start))));
    add(judgeService(service, known), { at, what: `${service.name} snippet`, how: "snippet" });
  }
  for (const { address, at, how } of codeAddresses(code)) {
    const host = hostOf(address);
    const verdict = host ? judgeAddress(address, host, known) : null;
    add(verdict, { at, what: shown(address), how });
  }
  return [...found.values()];
}

function place(code: string, pattern: RegExp): number {
  const at = code.search(pattern);
  return at < 0 ? Infinity : at;
}

/** Most scripts hold neither an address nor a vendor's call. */
function mayMatter(code: string): boolean {
  return (
    code.includes("//") || code.includes("\\/\\/") || /\w\(\s*["'{]|\.push\(|_\w+\s*=/.test(code)
  );
}

/** What an inline script does before anyone was asked. */
export function judgeCode(element: MarkupElement, known: Knowledge): Sighting[] {
  const type = valueOf(element, "type")?.trim().toLowerCase();
  if (type == "importmap" || type == "speculationrules") return judgeData(element, type, known);
  if (!runs(element) || !element.text.trim()) return [];
  const marked = valueOf(element, "data-consent")?.trim();
  const sightings = sightCode(element.text, known);
  const asking = sightings.filter(({ verdict }) => verdict.level != "note");
  const marks = [...new Set(asking.map(({ verdict }) => verdict.mark))].join(" ");
  const edits = asking.length ? markEdits(element, marks, []) : null;
  const found = sightings.map(({ verdict, what, how }): Sighting => {
    const whom = verdict.service ? `${verdict.name} (${verdict.service.category})` : verdict.name;
    const level = how == "call" && !verdict.service ? "note" : verdict.level;
    return {
      rule: ruleOf(element, marked, verdict.service),
      level,
      start: element.start,
      end: element.end,
      service: verdict.service?.id ?? "",
      what,
      message: [
        marked
          ? `This inline script is marked, and starts ${whom} all the same.`
          : `This inline script ${how == "call" ? "calls" : "starts"} ${whom} before anyone was asked.`,
        verdict.remark,
      ]
        .filter(Boolean)
        .join(" "),
      fix: edits
        ? `Write type="text/plain" data-consent="${marks}" on the script.`
        : "Mark the script by hand, outside of data-consent-ignore.",
      ...(edits && level != "note" && { edits }),
    };
  });
  return [...found, ...judgeConsentMode(element)];
}

function ruleOf(
  element: MarkupElement,
  marked: string | undefined,
  service: Service | null,
): Sighting["rule"] {
  if (marked) return element.ignored ? "mark-without-effect" : "marked-but-runs";
  return service ? "service-unmarked" : "third-party-unmarked";
}

function judgeConsentMode(element: MarkupElement): Sighting[] {
  if (!element.text.includes("granted")) return [];
  for (const [, settings] of plainCode(element.text).matchAll(CONSENT_CALL)) {
    const granted = GRANTED.exec(settings!)?.[1];
    if (!granted || /\bregion\b/.test(settings!)) continue;
    return [
      {
        rule: "consent-mode-granted",
        level: "error",
        start: element.start,
        end: element.end,
        service: "",
        what: granted,
        message: `This script tells Google that ${granted} is granted before anyone was asked.`,
        fix: 'Delete the call and add "google-consent-mode" to signals: the defaults are then denied, and follow the choice.',
      },
    ];
  }
  return [];
}

/** Import maps and speculation rules are data, and the browser fetches from them all the same. */
function judgeData(element: MarkupElement, type: string, known: Knowledge): Sighting[] {
  const found: Sighting[] = [];
  for (const [, address] of element.text.matchAll(/"((?:https?:)?\/\/[^"\s]+)"/g)) {
    const host = hostOf(address!);
    const verdict = host ? judgeAddress(address!, host, known) : null;
    if (!verdict) continue;
    found.push({
      rule: verdict.service ? "service-unmarked" : "third-party-unmarked",
      level: verdict.level,
      start: element.start,
      end: element.end,
      service: verdict.service?.id ?? "",
      what: shown(address!),
      message:
        type == "importmap"
          ? `This import map leads modules to ${verdict.name}.`
          : `These speculation rules let the browser ask ${verdict.name} ahead of time.`,
      fix: "Serve the module yourself, or take the address out.",
    });
  }
  return found;
}
