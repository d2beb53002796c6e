import { Hono } from "hono";
import type { Answering, AppEnv, Workshop } from "../context.ts";
import { guard } from "../http/guard.ts";
import type { Markup } from "./charts.ts";
import { findRecords } from "./findRecords.ts";
import { leakPage } from "./leakPage.ts";
import { ownerPage, PERIODS } from "./ownerPage.ts";
import { OWNER_POLICY } from "./ownerStyle.ts";
import { sumLeaks } from "./sumLeaks.ts";
import { lastDays, summarise } from "./summarise.ts";

/** `/owner`: for who shows the token. Reads sums only. */
export function ownerRoutes(shop: Workshop): Hono<AppEnv> {
  const enter = guard(shop);
  const show = (context: Answering, page: Markup) => {
    context.header("Content-Security-Policy", OWNER_POLICY);
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    return context.html(page);
  };
  const daysAsked = (context: Answering): string[] => {
    const asked = Number(context.req.query("days"));
    return lastDays(PERIODS.find((days) => days == asked) ?? 30, shop.now());
  };
  return new Hono<AppEnv>()
    .get("/owner/leaks", async (context) => {
      enter(context);
      const days = daysAsked(context);
      const wanted = context.req.query("site") ?? "";
      const all = await sumLeaks(shop.store, days, "");
      // Only a site that is there: nothing that was typed comes back.
      const site = all.sites.includes(wanted) ? wanted : "";
      const summary = site ? await sumLeaks(shop.store, days, site) : all;
      return show(context, leakPage({ summary, sites: all.sites, site, days: days.length }));
    })
    .get("/owner", async (context) => {
      enter(context);
      const days = daysAsked(context);
      const { store, log } = shop;
      const sites = await store.sites(days[0]!);
      const wanted = context.req.query("site") ?? "";
      const site = sites.includes(wanted) ? wanted : "";
      const { size } = (await store.head()).frontier;
      const id = context.req.query("id");
      const found = id ? await findRecords(store, id) : null;
      const summary = await summarise(store, days, site);
      const { origin } = log;
      return show(
        context,
        ownerPage({ summary, sites, found, days: days.length, site, origin, size }),
      );
    });
}
