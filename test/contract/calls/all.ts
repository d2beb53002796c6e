import { advertising } from "./advertising.ts";
import { analytics } from "./analytics.ts";
import type { Expectation } from "./expectation.ts";
import { functional } from "./functional.ts";
import { google } from "./google.ts";

/** What each service with a loader does: against a bare page (contract) and in real ones (e2e). */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...google,
  ...advertising,
  ...analytics,
  ...functional,
};
