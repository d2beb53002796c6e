import { own } from "./own.ts";

/** As much of a state as says it. */
interface Answers {
  readonly categories: Readonly<Record<string, boolean>>;
  readonly pending: readonly string[];
  readonly refused: readonly string[];
}

/**
 * Whether the visitor is asked about a category, or has answered. One that nothing on the site uses is neither permitted
 * nor refused, and waits for nothing.
 */
export function isAsked({ categories, pending, refused }: Answers, id: string): boolean {
  return own(categories, id) === true || pending.includes(id) || refused.includes(id);
}
