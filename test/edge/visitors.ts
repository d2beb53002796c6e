import { cookieOf } from "../recipes/cookieOf.ts";
import options from "./options.json" with { type: "json" };

const performance = cookieOf(options, { performance: true });

/** Cookie headers of visitors, each with whether performance and marketing are permitted. */
export const VISITORS: readonly [who: string, cookie: string, permitted: [boolean, boolean]][] = [
  ["someone new", "", [false, false]],
  ["who permits one category", `a=1; ${performance}`, [true, false]],
  ["who permits all", cookieOf(options, { performance: true, marketing: true }), [true, true]],
  ["who refuses all", cookieOf(options, {}), [false, false]],
  ["whose cookie is damaged", performance.replace("&t=", "&t=x"), [false, false]],
  ["who has two", `${performance}; ${performance}`, [false, false]],
];
