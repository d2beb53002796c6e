import { own } from "../../lib/own.ts";
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

function permitsOne({ services, categories, refused }: State, token: string): boolean {
  if (token[0] == "!") return refused.includes(token.slice(1));
  // Own answers alone: a state is a plain object, and a page may have given its prototype others.
  return (own(services, token) ?? own(categories, token)) === true;
}

/** Whether the state knows the id at all. */
export function knows({ services, categories }: State, token: string): boolean {
  const id = token.replace(/^!/, "");
  return Object.hasOwn(services, id) || Object.hasOwn(categories, id);
}
