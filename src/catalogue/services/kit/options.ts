import type { Finding } from "../../../core/problems/problem.ts";
import type { Service, StorageItem } from "../../../core/config/service.ts";

/** What a site may not change of a service: which one it is, and the vendor's own calls. */
type Fixed = "id" | "load" | "grant" | "revoke" | "silencedBy" | "dataLayer" | "ended";

/** What a site may say of any service of the catalogue, beside the vendor's own options. */
export interface ServiceOptions<Category extends string = string> extends Partial<
  Omit<Service, Fixed | "category">
> {
  /** Default: the category that its facts name. */
  category?: Category;
  /** Further items to show and erase: renamed cookies, broad patterns that a site accepts. */
  erase?: readonly StorageItem[];
}

/** A service and what was wrong with the options that made it. */
export interface Made<Id extends string, Category extends string> extends Service<Id, Category> {
  findings: Finding[];
  /** Options that its loader needs and the site does not give: only marked code can start it. */
  lacks?: readonly string[];
}
