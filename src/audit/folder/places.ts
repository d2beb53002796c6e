import type { FilePlace } from "../finding.ts";

/**
 * Turns offsets of a file into lines and columns.
 *
 * @param text One character a byte. Columns count UTF-16 units, so the bytes before it are decoded.
 */
export function places(file: string, text: string): (start: number, end: number) => FilePlace {
  let starts: number[] | undefined;
  const lines = (): number[] => {
    if (starts) return starts;
    starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  };
  const pointOf = (offset: number): [line: number, column: number] => {
    const all = lines();
    let low = 0;
    let high = all.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (all[middle]! <= offset) low = middle;
      else high = middle;
    }
    return [low + 1, decode(text.slice(all[low], offset)).length + 1];
  };
  return (start, end) => {
    const [line, column] = pointOf(start);
    const [endLine, endColumn] = pointOf(Math.max(start, end));
    return { file, line, column, endLine, endColumn };
  };
}

/** Bytes that were read as one character each, as the text they are. */
export function decode(text: string): string {
  return /[\u0080-\u00ff]/.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text;
}
