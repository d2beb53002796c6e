import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
/** The public log, as C2SP tlog-tiles lays it out: `/checkpoint`, `/tile/…`, and our keys. */
export declare function logRoutes({ store, sound }: Workshop): Hono<AppEnv>;
