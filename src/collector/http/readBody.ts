import { readLimited } from "../../lib/readLimited.ts";
import type { Limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/**
 * Reads a body as text and stops as soon as it is too much, too slow or not what it says it is.
 * Compressed bodies are refused, so that a small one cannot become a large one.
 */
export async function readBody(request: Request, limits: Limits): Promise<string> {
  const type = (request.headers.get("content-type") ?? "text/plain").split(";")[0]!.trim();
  if (!/^(text\/plain|application\/(json|x-ndjson|jsonl))$/i.test(type)) {
    throw new Refusal(415, "type-not-supported");
  }
  if (!/^(identity)?$/i.test(request.headers.get("content-encoding") ?? "")) {
    throw new Refusal(415, "encoding-not-supported");
  }
  if (Number(request.headers.get("content-length") ?? 0) > limits.body) {
    throw new Refusal(413, "body-too-large");
  }
  const bytes = await collect(request, limits);
  try {
    // A byte order mark is kept, and refused with the line that it stands in.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "not-utf-8");
  }
}

async function collect(request: Request, limits: Limits): Promise<Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal(408, "body-too-slow")), limits.bodyTime);
  });
  try {
    const bytes = await readLimited(request.body, limits.body, late);
    if (!bytes) throw new Refusal(413, "body-too-large");
    return bytes;
  } catch (error) {
    // A connection that breaks off is the sender's affair, not a fault of ours.
    throw error instanceof Refusal ? error : new Refusal(400, "bad-request");
  } finally {
    clearTimeout(timer);
  }
}
