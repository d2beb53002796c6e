import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
import { guard } from "../http/guard.ts";
import { findRecords } from "./findRecords.ts";
import { ownerPage, OWNER_POLICY, PERIODS } from "./ownerPage.ts";
import { lastDays, summarise } from "./summarise.ts";

/** `/owner`: for who shows the token. Reads sums only. */
export function ownerRoutes(shop: Workshop): Hono<AppEnv> {
  const enter = guard(shop);
  return new Hono<AppEnv>().get("/owner", async (context) => {
    enter(context);
    const asked = Number(context.req.query("days"));
    const period = PERIODS.find((days) => days == asked) ?? 30;
    const days = lastDays(period, shop.now());
    const { store } = shop;
    const sites = await store.sites(days[0]!);
    const wanted = context.req.query("site") ?? "";
    // Only a site that is there: nothing that was typed comes back.
    const site = sites.includes(wanted) ? wanted : "";
    const { size } = (await store.head()).frontier;
    const id = context.req.query("id");
    const found = id ? await findRecords(store, id) : null;
    const summary = await summarise(store, days, site);
    context.header("Content-Security-Policy", OWNER_POLICY);
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    return context.html(
      ownerPage({ summary, sites, found, days: period, site, origin: shop.log.origin, size }),
    );
  });
}
