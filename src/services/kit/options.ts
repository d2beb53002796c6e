import type { Finding } from "../../core/problem.ts";
import type { Basis, Service, StorageItem } from "../../core/service.ts";

/** What a site may say of any service of the catalogue, beside the vendor's own options. */
export interface ServiceOptions {
  name?: string;
  category?: string;
  /** `"consent"` unless the vendor is needed for the site to work. Other bases need a `reason`. */
  basis?: Basis;
  reason?: string;
  purpose?: string;
  provider?: { name: string; country?: string };
  /** ISO 3166 countries outside the EEA that data may go to. */
  transfer?: string[];
  privacyUrl?: string;
  hosts?: string[];
  /** Replaces what the catalogue knows of the service's storage. */
  storage?: StorageItem[];
  /** Further items to show and erase: renamed cookies, broad patterns that a site accepts. */
  erase?: StorageItem[];
  /** Signals that carry this service's consent; `[]` for none. */
  signals?: string[];
}

/** A service and what was wrong with the options that made it. */
export interface Made extends Service {
  findings: Finding[];
}
