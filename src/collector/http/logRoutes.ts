import { Hono } from "hono";
import type { AppEnv, Workshop } from "../context.ts";
import { KEY_CLAIM } from "../log/checkLog.ts";
import { EMPTY_ROOT } from "../merkle/hash.ts";
import { checkpointText, signNote } from "../note/checkpoint.ts";
import { readTile } from "./readTile.ts";
import { Refusal } from "./refusal.ts";
import { parseTilePath } from "./tilePath.ts";

/** The public log, as C2SP tlog-tiles lays it out: `/checkpoint`, `/tile/…`, and our keys. */
export function logRoutes({ store, sound, log }: Workshop): Hono<AppEnv> {
  /** Before the first record: a signed log of size 0, which every later one adds to. */
  const empty = () => signNote(checkpointText(log.origin, 0, EMPTY_ROOT), log.signers);
  return new Hono<AppEnv>()
    .get("/checkpoint", async (context) => {
      const [head, cosigned] = [await store.head(), await store.attestation("cosigned")];
      context.header("Content-Type", "text/plain; charset=utf-8");
      context.header("Access-Control-Allow-Origin", "*");
      // Once witnesses sign, what they have seen is what the world is shown.
      return context.body(cosigned?.data ?? (head.note || empty()));
    })
    .get("/keys", async (context) => {
      await sound();
      const claims = await store.claims(KEY_CLAIM);
      context.header("Access-Control-Allow-Origin", "*");
      return context.text(claims.map(({ name }) => `${name.slice(KEY_CLAIM.length)}\n`).join(""));
    })
    .get("/tile/*", async (context) => {
      const path = parseTilePath(context.req.path.slice("/tile/".length));
      const tile = path && (await readTile(store, path));
      if (!tile) throw new Refusal(404, "not-found");
      context.header("Content-Type", "application/octet-stream");
      context.header("Access-Control-Allow-Origin", "*");
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      return context.body(new Uint8Array(tile));
    });
}
