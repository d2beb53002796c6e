import type { HeaderBag } from "./headerBag.ts";

/** What tells caches of one vendor or another to keep an answer, whatever Cache-Control says. */
const ELSEWHERE =
  /(?:^|-)cdn-cache-control$|^(?:surrogate-control|edge-control|x-accel-expires|x-litespeed-cache-control|expires|pragma)$/i;

/**
 * Keeps an answer from everybody but the visitor it was made for: in no shared cache, and in the visitor's own only
 * until it is asked for again. `Vary: Cookie` alone does not do: several content delivery networks do not respect it.
 */
export function privateHeaders(headers: HeaderBag): void {
  for (const name of headers.names()) if (ELSEWHERE.test(name)) headers.delete(name);
  const given = (headers.get("cache-control") ?? "").toLowerCase().split(/[\s,]+/);
  headers.set(
    "cache-control",
    [
      "private",
      given.includes("no-store") ? "no-store" : "no-cache",
      ...(given.includes("no-transform") ? ["no-transform"] : []),
    ].join(", "),
  );
  varyBy(headers, "Cookie");
}

/** Adds a name to Vary, unless it stands there. */
export function varyBy(headers: HeaderBag, name: string): void {
  const names = (headers.get("vary") ?? "").split(/\s*,\s*/).filter(Boolean);
  const known = names.some((one) => one == "*" || one.toLowerCase() == name.toLowerCase());
  if (!known) headers.set("vary", [...names, name].join(", "));
}
