import { timingSafeEqual } from "node:crypto";
import { sha256 } from "../merkle/hash.ts";

/**
 * Whether a request shows the owner's token: as `Bearer`, or as the password of `Basic`, which makes a
 * browser ask for it. Compared as hashes in constant time; without a token no one is the owner.
 */
export function hasToken(authorization: string | undefined, token: string | undefined): boolean {
  if (!token) return false;
  const [scheme = "", value = ""] = (authorization ?? "").split(" ");
  let shown = "";
  if (/^bearer$/i.test(scheme)) shown = value;
  if (/^basic$/i.test(scheme)) {
    const pair = Buffer.from(value, "base64").toString();
    shown = pair.slice(pair.indexOf(":") + 1);
  }
  return timingSafeEqual(sha256(shown), sha256(token));
}
