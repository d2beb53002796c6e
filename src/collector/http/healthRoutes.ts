import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
import { guard } from "./guard.ts";
import { withDeadline } from "./withDeadline.ts";

const FRESH = 1_000; // milliseconds that one answer of the database serves for everybody who asks

/** `/healthz`: the process answers. `/readyz`: it can commit. `/metrics`: for Prometheus, with the token. */
export function healthRoutes(shop: Workshop): Hono<AppEnv> {
  let asked = -FRESH;
  let answer: Promise<void> = Promise.resolve();
  const ready = () => {
    if (Math.abs(shop.now() - asked) >= FRESH) {
      asked = shop.now();
      answer = withDeadline(
        shop.sound().then(() => shop.store.ping()),
        shop.limits.commitTime,
      );
      // Whoever awaits it gets the error; nobody awaiting it must not end the process.
      answer.catch(() => {});
    }
    return answer;
  };
  const enter = guard(shop);
  return new Hono<AppEnv>()
    .get("/healthz", (context) => context.json({ alive: true }))
    .get("/readyz", async (context) => {
      await ready();
      return context.json({ ready: true });
    })
    .get("/metrics", async (context) => {
      enter(context);
      const { frontier } = await shop.store.head();
      context.header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      return context.body(
        shop.metrics.render({
          consentry_log_size: frontier.size,
          consentry_ready: await ready().then(
            () => 1,
            () => 0,
          ),
        }),
      );
    });
}
