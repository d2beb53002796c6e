import type { Service } from "../../src/core/config/service.ts";
import { isKept, traces } from "../pages/standIn.ts";
import type { Stored } from "./visit.ts";

/** What lies on the device once a service's stand-in has run, or was withdrawn from. */
export function deviceAfter(service: Service, what: "consent" | "withdrawal"): Stored {
  const left = traces(service).filter((trace) => what == "consent" || isKept(service, trace));
  const names = (medium: string, ...ours: string[]): string[] => {
    const all = left.filter((trace) => trace.medium == medium).map(({ name }) => name);
    return [...new Set([...all, ...ours])].sort();
  };
  return {
    cookies: names("cookie", "consentry"),
    local: names("localStorage"),
    session: names("sessionStorage"),
    databases: names("indexedDB", "consentry"),
  };
}
