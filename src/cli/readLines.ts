import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { CommandError, EXIT } from "./exitCodes.ts";

/** A text as lines, its first line known beforehand. */
export interface Lines {
  first: string;
  lines: AsyncIterable<string>;
}

/** Lines of a file, or of standard input for `-`, with memory for one of them. */
export async function readLines(
  path: string,
  onProgress: (done: number, of: number) => void,
): Promise<Lines> {
  const source = path == "-" ? process.stdin : await file(path, onProgress);
  const iterator = createInterface({ input: source, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const { value: first = "" } = await iterator.next();
  async function* lines() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, lines: lines() };
}

async function file(path: string, onProgress: (done: number, of: number) => void) {
  let size: number;
  try {
    const handle = await open(path);
    ({ size } = await handle.stat());
    await handle.close();
  } catch {
    throw new CommandError(EXIT.environment, `${path} cannot be read.`);
  }
  const input = createReadStream(path);
  let read = 0;
  input.on("data", (chunk) => onProgress((read += chunk.length), size));
  // Listening starts the flow; the reader of lines decides when.
  input.pause();
  return input;
}
