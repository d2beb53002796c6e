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
  // An announced length is held by the server's own parser: then the shorter way is safe.
  const announced = request.headers.has("content-length");
  try {
    if (!announced) return await byChunks(request, limits.body, late);
    const bytes = new Uint8Array(await Promise.race([request.arrayBuffer(), late]));
    if (bytes.length > limits.body) throw new Refusal(413, "body-too-large");
    return bytes;
  } catch (error) {
    // A connection that breaks off is the sender's affair, not a fault of ours.
    throw error instanceof Refusal ? error : new Refusal(400, "bad-request");
  } finally {
    clearTimeout(timer);
  }
}

async function byChunks(request: Request, most: number, late: Promise<never>): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return Buffer.concat(chunks);
      size += value.length;
      if (size > most) throw new Refusal(413, "body-too-large");
      chunks.push(value);
    }
  } catch (error) {
    // The sender may go on for ever: nothing of it is read any more.
    void reader.cancel().catch(() => {});
    throw error;
  }
}
