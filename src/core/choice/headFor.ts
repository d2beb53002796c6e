import { NECESSARY } from "../config/config.ts";
import type { State } from "./state.ts";

/** The forms of the head's script: with the banner's part, with what restores a choice, and with nothing to restore. */
export type HeadForm = "asks" | "decided" | "refused";

/**
 * The form of the head that a page rendered for this visitor needs. The banner stands in the page with the first alone: the
 * head shows it only where nothing is stored, and one whose choice counts in part is asked by the library.
 *
 * @param state what the request says; absent for a page that is everybody's
 */
export function headFor(state: State | undefined): HeadForm {
  if (state?.decidedAt == null) return "asks";
  const { categories, services } = state;
  const isPermitted = ([id, permitted]: readonly [string, boolean]): boolean =>
    permitted && id != NECESSARY;
  return [categories, services].some((all) => Object.entries(all).some(isPermitted))
    ? "decided"
    : "refused";
}
