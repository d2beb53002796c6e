import type { Plugin } from "rollup";

/** Leaves out of js-cookie what is never called. */
export const cookieWriter: Plugin & {
  transform(this: object, code: string, id: string): { code: string } | null;
};
