import type { Plugin } from "rollup";

/** Leaves out of js-cookie what is never called. */
export const cookieWriter: Plugin & {
  transform(this: object, code: string, id: string): { code: string } | null;
};

/** Names of the browser's that a page's own scripts take for variables. */
export const TAKEN: readonly string[];

/** Where code reads variables of these names, of which it declares none. */
export function readsOf(ast: unknown, names: readonly string[]): number[];
