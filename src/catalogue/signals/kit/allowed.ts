/**
 * Whether consent covers something that a service or, failing it, a category answers for. `ids` are
 * separated by spaces; the first that has an answer decides, so that a refused service outweighs
 * its permitted category, and a permitted one its refused category.
 */
export function allowed(permits: (ids: string) => boolean, ids: string): boolean {
  const decider = ids.split(" ").find((id) => permits(id) || permits(`!${id}`));
  return !!decider && permits(decider);
}
