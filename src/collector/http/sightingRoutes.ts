import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
import type { SightingCount } from "../store/sighting.ts";
import { corsHeaders } from "./headers.ts";
import { readBody } from "./readBody.ts";
import { readSightings } from "./readSightings.ts";
import { Refusal } from "./refusal.ts";
import { networkOf, tokenBuckets } from "./tokenBuckets.ts";
import { watchRoom } from "./watchRoom.ts";

/** Different lines of one site in a day; what comes beyond is counted in one. */
const LINES = 500;
/** Bytes of one page's sightings. */
const BODY = 16_384;

/**
 * `POST /v1/sightings`: what the leak monitor saw on a page, added up by day. It is no proof and enters no log; a
 * visitor is not in it.
 */
export function sightingRoutes(shop: Workshop): Hono<AppEnv> {
  const { limits, metrics, origins, store } = shop;
  const allow = tokenBuckets(limits.rate, limits.burst);
  const hasRoom = watchRoom(shop);
  return new Hono<AppEnv>()
    .post("/v1/sightings", async (context) => {
      const origin = context.req.header("origin") ?? "";
      if (!origins.has(origin)) throw new Refusal(403, "origin-not-allowed");
      for (const [name, value] of corsHeaders(origin, false)) context.header(name, value);
      if (!allow(networkOf(context.env?.ip), shop.now())) {
        throw new Refusal(429, "too-many-requests", Math.ceil(1 + shop.random() * 10));
      }
      const lines = readSightings(await readBody(context.req.raw, { ...limits, body: BODY }));
      if (!(await hasRoom())) throw new Refusal(503, "storage-full", 60);
      const day = new Date(shop.now()).toISOString().slice(0, 10);
      const site = new URL(origin).host;
      const there = await store.sightings(day, day, site, LINES);
      const known = new Set(there.map(keyOf));
      await store.addSightings(
        lines.map((line): SightingCount => {
          const one = { day, site, ...line, n: 1 };
          if (known.has(keyOf(one)) || known.size < LINES - 1) {
            known.add(keyOf(one));
            return one;
          }
          return { ...one, release: "", service: "", kind: "other", what: "other", page: "/" };
        }),
      );
      metrics.add("consentry_sightings_total", "", lines.length);
      return context.body(null, 204);
    })
    .all("/v1/sightings", (context) => {
      context.header("Allow", "POST");
      throw new Refusal(405, "method-not-allowed");
    });
}

function keyOf({ release, service, kind, what, page }: SightingCount): string {
  return [release, service, kind, what, page].join(" ");
}
