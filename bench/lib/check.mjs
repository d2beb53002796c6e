/** A run that did not do what it claims: its numbers count for nothing. */
export class Broken extends Error {}

export function check(holds, what) {
  if (!holds) throw new Broken(what);
}
