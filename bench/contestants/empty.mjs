import { page } from "../lib/page.mjs";

/** The page alone: when it is painted, all clocks begin. */
export const empty = {
  id: "empty",
  name: "empty page",
  kind: "base",
  html: () => page({}),
};
