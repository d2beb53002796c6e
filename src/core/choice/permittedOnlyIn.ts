import { permits } from "./permits.ts";
import type { State } from "./state.ts";

/** Ids of the categories and services that one state permits and the other does not. */
export function permittedOnlyIn(one: State, other: State): string[] {
  return [one.categories, one.services].flatMap((answers) =>
    Object.keys(answers).filter((id) => answers[id] && !permits(other, id)),
  );
}
