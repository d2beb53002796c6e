import { createHash } from "node:crypto";
import type { OtherHead } from "./exchangeHead.ts";

/** What a policy may be made with (CSP3, "hash-algorithm"). */
const ALGORITHMS = ["sha256", "sha384", "sha512"] as const;

/** A form of the head's script that may stand in for the one that asks, with what a policy has to know of it. */
export function otherHead(asks: string, code: string): OtherHead {
  const hashOf = (algorithm: string, text: string): string =>
    `${algorithm}-${createHash(algorithm).update(text).digest("base64")}`;
  return {
    code,
    hashes: ALGORITHMS.map((one) => [hashOf(one, asks), hashOf(one, code)] as const),
  };
}
