import { Hono } from "hono";
import type { Answering, AppEnv, Workshop } from "../context.ts";
import { createGroupCommit } from "../log/groupCommit.ts";
import { corsHeaders } from "./headers.ts";
import { logRecords } from "./logRecords.ts";
import { readBody } from "./readBody.ts";
import { Refusal } from "./refusal.ts";
import { createPlaces, type Places } from "./places.ts";
import { networkOf, tokenBuckets } from "./tokenBuckets.ts";
import { watchRoom } from "./watchRoom.ts";
import { withDeadline } from "./withDeadline.ts";
import { workOf } from "./workOf.ts";

/**
 * `POST /v1/records`, and `PUT /v1/records/{id}` for one record under its own id. The cheapest checks come
 * first: origin, rate, how much is in work; then the body as it arrives; then each line against itself;
 * then one commit. Nothing is answered from memory.
 */
export function recordRoutes(shop: Workshop): Hono<AppEnv> {
  const { limits, metrics, origins } = shop;
  const allow = tokenBuckets(limits.rate, limits.burst);
  const commit = createGroupCommit({
    ...shop,
    batch: limits.batch,
    batchBytes: limits.batchBytes,
    notices: { perDay: limits.notices },
    queue: limits.queue,
    onCommit(entries, ms) {
      metrics.time("consentry_commit_seconds", ms / 1000);
      metrics.add("consentry_committed_entries_total", "", entries);
    },
  });
  const rules = { origins, line: limits.line, categories: limits.categories, keys: limits.keys };
  const logger = { commit, tree: shop.tree, rules, limits };

  /** An origin is evidence, not a proof of identity: only browsers are held to it. */
  const admit = (context: Answering, preflight: boolean) => {
    const origin = context.req.header("origin");
    if (origin == null) return;
    if (!origins.has(origin)) throw new Refusal(403, "origin-not-allowed");
    for (const [name, value] of corsHeaders(origin, preflight)) context.header(name, value);
  };
  /** Spread out, so that what was turned away together does not come back together. */
  const later = (atLeast: number) => Math.ceil(atLeast + shop.random() * 10);

  const each = Math.ceil(limits.inFlight / 10);
  const arriving = createPlaces(Infinity, each);
  const working = createPlaces(limits.inFlight, each);
  const hasRoom = watchRoom(shop);

  const take = async (context: Answering, id?: string) => {
    admit(context, false);
    const network = networkOf(context.env?.ip);
    const charge = (cost: number) => {
      if (!allow(network, shop.now(), cost)) {
        throw new Refusal(429, "too-many-requests", later(1));
      }
    };
    /** Work for which there are only so many places; a body that drips must not hold one of those. */
    const within = async <T>(places: Places, work: () => Promise<T>): Promise<T> => {
      if (!places.take(network)) throw new Refusal(503, "too-busy", later(1));
      try {
        return await work();
      } finally {
        places.giveBack(network);
      }
    };
    charge(1);
    // What would be turned away in the end is not read at all.
    if (working.isFull(network)) throw new Refusal(503, "too-busy", later(1));
    const body = await within(arriving, () => readBody(context.req.raw, limits));
    const cost = workOf(body) - 1;
    if (cost) charge(cost);
    const answer = await within(working, async () => {
      if (!(await hasRoom())) throw new Refusal(503, "storage-full", later(60));
      await shop.sound();
      return withDeadline(logRecords(body, logger, id), limits.commitTime);
    });
    for (const { status, code } of answer.results) {
      const labels = `status="${status}"${code ? `,code="${code}"` : ""}`;
      metrics.add("consentry_lines_total", labels);
    }
    context.set("records", answer.receipts.length);
    return context.json(answer);
  };
  const preflight = (context: Answering) => {
    admit(context, true);
    return context.body(null, 204);
  };
  const refuse = (allowed: string) => (context: Answering) => {
    context.header("Allow", `${allowed}, OPTIONS`);
    throw new Refusal(405, "method-not-allowed");
  };

  return new Hono<AppEnv>()
    .options("/v1/records", preflight)
    .options("/v1/records/:id", preflight)
    .post("/v1/records", (context) => take(context))
    .put("/v1/records/:id", (context) => take(context, context.req.param("id")))
    .all("/v1/records", refuse("POST"))
    .all("/v1/records/:id", refuse("PUT"));
}
