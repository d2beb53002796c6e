const UNIT_BYTES = 1_280;
const UNIT_KEYS = 10;

/**
 * What a body costs its network, in units: the work of an ordinary record, which is one line of about a kilobyte
 * with a few categories and services. The largest of three measures counts, each for what it wears out: lines
 * (places in the log), bytes (the disk), keys (reading and counting).
 */
export function workOf(body: string): number {
  const lines = body.split("\n").filter((line) => line.trim()).length;
  const keys = body.match(/":(?:true|false)/g)?.length ?? 0;
  return Math.max(
    lines,
    Math.ceil(Buffer.byteLength(body) / UNIT_BYTES),
    Math.ceil(keys / UNIT_KEYS),
    1,
  );
}
