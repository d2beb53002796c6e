import type { State } from "./state.ts";

/**
 * Whether everything named is permitted. `ids` is the text of a `data-consent` attribute: category
 * and service ids separated by spaces, each of which must be permitted; `!marketing` asks for a
 * refusal of it that was really made. An empty list and an unknown id are not permitted.
 */
export function permits(state: State, ids: string): boolean {
  const tokens = splitIds(ids);
  return !!tokens[0] && tokens.every((token) => permitsOne(state, token));
}

/** The ids that a `data-consent` attribute names, `!` kept. */
export function splitIds(ids: string): string[] {
  return ids.split(/\s/).filter(Boolean);
}

function permitsOne(state: State, token: string): boolean {
  if (token[0] == "!") return state.refused.includes(token.slice(1));
  return (state.services[token] ?? state.categories[token]) === true;
}

/** Whether the state knows the id at all. */
export function knows(state: State, token: string): boolean {
  const id = token.replace(/^!/, "");
  return id in state.services || id in state.categories;
}
