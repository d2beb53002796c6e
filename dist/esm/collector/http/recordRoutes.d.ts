import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
/**
 * `POST /v1/records`, and `PUT /v1/records/{id}` for one record under its own id. The cheapest checks come
 * first: origin, rate, how much is in work; then the body as it arrives; then each line against itself;
 * then one commit. Nothing is answered from memory.
 */
export declare function recordRoutes(shop: Workshop): Hono<AppEnv>;
