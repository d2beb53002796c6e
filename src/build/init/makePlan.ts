import { angularPlan } from "./angularPlan.ts";
import { astroPlan } from "./astroPlan.ts";
import { htmlPlan } from "./htmlPlan.ts";
import { nextPlan } from "./nextPlan.ts";
import { nuxtPlan } from "./nuxtPlan.ts";
import type { Plan, Wishes } from "./plan.ts";
import { readProject } from "./project.ts";
import { reactRouterPlan } from "./reactRouterPlan.ts";
import { sveltekitPlan } from "./sveltekitPlan.ts";
import { tanstackPlan } from "./tanstackPlan.ts";
import { vitePlan } from "./vitePlan.ts";

const PLANS = {
  next: nextPlan,
  nuxt: nuxtPlan,
  astro: astroPlan,
  "react-router": reactRouterPlan,
  tanstack: tanstackPlan,
  sveltekit: sveltekitPlan,
  angular: angularPlan,
  vite: vitePlan,
  html: htmlPlan,
};

/** What puts Consentry into a project: files to make, edits, and what is left to a person. Writes nothing. */
export function makePlan(folder: string, wishes: Wishes): Plan {
  const project = readProject(folder);
  const { changes, ...plan } = PLANS[project.kind](project, wishes);
  return { ...plan, changes: changes.filter(({ before, after }) => before != after) };
}
