/**
 * Reads a stream to its end, or gives null as soon as it holds more than `most` bytes: the rest is never
 * read, so that an endless body costs no more memory than an allowed one. A promise `late` that rejects
 * ends the reading too, and its reason is thrown. Throws what the stream throws.
 *
 * @example const bytes = await readLimited(response.body, 65_536);
 */
export async function readLimited(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
  late?: Promise<never>,
): Promise<Uint8Array | null> {
  const reader = stream?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = reader?.read();
      const chunk = await (late ? Promise.race([next, late]) : next);
      if (!chunk?.value) break;
      const { value } = chunk;
      size += value.length;
      if (size > most) {
        // The sender may go on for ever: nothing of it is read any more.
        void reader?.cancel().catch(() => {});
        return null;
      }
      chunks.push(value);
    }
  } catch (error) {
    void reader?.cancel().catch(() => {});
    throw error;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
