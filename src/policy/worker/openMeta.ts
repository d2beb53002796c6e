/** What `consentry policy --format head` writes: the start of the element with the policy of the first visit. */
export const MARK = 'http-equiv="Content-Security-Policy" data-consentry-policy';

/** The element stands at the start of the head: further down it is not looked for. */
const FAR = 8192; // bytes

/**
 * A body without the policy of the first visit: the first letter of each of its elements' names is changed in place,
 * whatever the encoding, so that the header that the worker sets is what counts.
 */
export function openMeta(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let head: number[] | null = [];
  const flush = (out: TransformStreamDefaultController<Uint8Array>): void => {
    if (!head) return;
    const bytes = new Uint8Array(head);
    head = null;
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) bytes[at] = 120; // "x"
    out.enqueue(bytes);
  };
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        if (!head) return out.enqueue(chunk);
        for (const byte of chunk) head.push(byte);
        if (head.length >= FAR) flush(out);
      },
      flush,
    }),
  );
}
