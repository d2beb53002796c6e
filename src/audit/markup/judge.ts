import type { Service } from "../../core/config/service.ts";
import type { Edit, Level } from "../finding.ts";
import type { RuleId } from "../rules.ts";
import type { Recogniser } from "../vendors/recogniser.ts";

/** What the files are judged by. */
export interface Knowledge {
  recogniser: Recogniser;
  /** Whether a host is the site's own, or expressly allowed. */
  isOwn(host: string): boolean;
  /** Ids of categories and services that a mark may name; null where no configuration is known. */
  ids: ReadonlySet<string> | null;
  /** Services that the configuration lets run without a choice. */
  unasked: ReadonlySet<string>;
  /** Category of a service, as the site has it or else the catalogue. */
  categoryOf(id: string): string;
}

/** Something that stands between two offsets of a file. */
export interface Sighting {
  rule: RuleId;
  level: Level;
  start: number;
  end: number;
  service: string;
  /** Address without its query, or the snippet's name. */
  what: string;
  message: string;
  fix: string;
  edits?: readonly Edit[];
}

/** Who is asked, and how grave it is when no one was asked before. */
export interface Verdict {
  service: Service | null;
  level: Level;
  /** "Hotjar", or the host. */
  name: string;
  /** What to write in `data-consent`. */
  mark: string;
  /** A remark for the finding. */
  remark: string;
}

/** The strictest category: what no one knows waits for it. */
const STRICTEST = "marketing";

/** Whose an address is. Null where nothing is wrong with asking it. */
export function judgeAddress(address: string, host: string, known: Knowledge): Verdict | null {
  const service = known.recogniser.byAddress(address, host);
  if (service) return judgeService(service, known);
  if (known.isOwn(host)) return null;
  const tool = known.recogniser.consentTool(host);
  if (tool) {
    const remark = `${tool.name} asks for consent itself; say in your notice that it is asked first.`;
    return { service: null, level: "note", name: tool.name, mark: STRICTEST, remark };
  }
  return { service: null, level: "warning", name: host, mark: STRICTEST, remark: "" };
}

/** A service that was recognised, by what it needs. */
export function judgeService(service: Service, known: Knowledge): Verdict | null {
  const { id, name } = service;
  if (known.unasked.has(id)) return null;
  const isNecessary = known.categoryOf(id) == "necessary";
  const remark = isNecessary
    ? `The catalogue holds ${name} for necessary where a visitor asked for what it does; name the reason in the configuration.`
    : "";
  return { service, level: isNecessary ? "note" : "error", name, mark: id, remark };
}

/** An address as a finding shows it: no query, no credentials, not endless. */
export function shown(address: string): string {
  const text = address.trim().split(/[?#]/)[0]!;
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
