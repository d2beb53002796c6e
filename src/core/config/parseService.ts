import { dict } from "../../lib/dict.ts";
import { isId } from "../../lib/isId.ts";
import { NECESSARY } from "./config.ts";
import type { Note } from "../problems/problem.ts";
import type { Service } from "./service.ts";

/** The one category that exists as soon as a service names it, unless the site listed its own. */
const OFFERED = "functional";

/**
 * Parses one service as far as gating needs, or notes why it cannot be used and gives null: what it
 * names then stays blocked, because an unknown id is never permitted. The result has no prototype, so
 * that what a service leaves out cannot come from a polluted one.
 */
export function parseService(
  value: unknown,
  at: string,
  categories: string[],
  fixed: boolean,
  note: Note,
): Service | null {
  const service = dict<unknown>() as Partial<Service>;
  try {
    Object.assign(service, value);
  } catch {
    // A hostile getter: what was read until then is judged.
  }
  const { id, category, basis, reason } = service;
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  const isNew = isId(id) && !categories.includes(id);
  if (isNew && categories.includes(category!)) {
    const always = category == NECESSARY;
    const other = basis ?? (always ? NECESSARY : undefined);
    const known = other === NECESSARY || other === "legitimate-interest";
    // Without a reason the site could not defend another basis: consent is asked instead.
    const holds = known && typeof reason == "string" && reason;
    service.basis = holds ? other : "consent";
    if (!holds && (known || always)) note("reason-missing", `${at}.reason`);
    return holds || !always ? (service as Service) : null;
  }
  note(isNew ? "unknown-category" : "bad-id", isNew ? `${at}.category` : `${at}.id`);
  return null;
}
