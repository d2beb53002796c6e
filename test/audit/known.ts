import { createKnowledge, type SiteFacts } from "../../src/audit/createKnowledge.ts";
import type { Knowledge } from "../../src/audit/markup/judge.ts";
import { services } from "../contract/catalogue.ts";

/** The whole catalogue from its sources, and the hosts of the test site. */
export function known(own: readonly string[] = ["www.shop.test"], site?: SiteFacts): Knowledge {
  return createKnowledge({ catalogue: services.map(({ make }) => make()), own, site });
}
