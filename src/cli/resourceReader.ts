import { readLimited } from "../lib/readLimited.ts";
import { CommandError, EXIT } from "./exitCodes.ts";
import type { ReadResource } from "../verify/verifyLog.ts";

const LARGEST = 1_000_000; // bytes; a full bundle of ours has some 20,000
const PATIENCE = 30_000; // milliseconds

/** Reads the resources of a log over HTTP. */
export function resourceReader(url: string): ReadResource {
  const base = url.endsWith("/") ? url : `${url}/`;
  return async (path) => {
    let response: Response;
    let bytes: Uint8Array | null;
    try {
      response = await fetch(base + path, { signal: AbortSignal.timeout(PATIENCE) });
      bytes = await readLimited(response.body, LARGEST);
    } catch {
      throw new CommandError(EXIT.environment, `${path} cannot be fetched.`);
    }
    if (!bytes) {
      throw new CommandError(EXIT.environment, `${path} has more than ${LARGEST} bytes.`);
    }
    if (!response.ok) {
      throw new CommandError(EXIT.environment, `${path} was answered with ${response.status}.`);
    }
    return bytes;
  };
}
