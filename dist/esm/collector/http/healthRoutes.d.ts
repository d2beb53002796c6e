import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
/** `/healthz`: the process answers. `/readyz`: it can commit. `/metrics`: for Prometheus, with the token. */
export declare function healthRoutes(shop: Workshop): Hono<AppEnv>;
