import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
/** `/owner`: for who shows the token. Reads sums only. */
export declare function ownerRoutes(shop: Workshop): Hono<AppEnv>;
