import { performance } from "node:perf_hooks";
import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
import { library } from "../../engine/library.ts";
import { guard } from "./guard.ts";
import { withDeadline } from "./withDeadline.ts";

const FRESH = 1_000; // milliseconds that one answer of the database serves for everybody who asks

const { version, build } = library;

/** What Prometheus' own clients say of a process, under the same names. */
function processFigures(): Record<string, number> {
  const { user, system } = process.cpuUsage();
  return {
    process_cpu_seconds_total: (user + system) / 1e6,
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_start_time_seconds: Math.round(Date.now() / 1000 - process.uptime()),
    nodejs_heap_size_used_bytes: process.memoryUsage().heapUsed,
    nodejs_eventloop_utilization: performance.eventLoopUtilization().utilization,
  };
}

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
      // Anyone who awaits it gets the error; no one awaiting it must not end the process.
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
          [`consentry_build_info{version="${version}",build="${build}"}`]: 1,
          ...processFigures(),
          consentry_log_size: frontier.size,
          consentry_ready: await ready().then(
            () => 1,
            () => 0,
          ),
        }),
      );
    });
}
