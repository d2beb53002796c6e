import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";

const LARGEST = 20_000_000; // bytes; no page has as many

/**
 * A file with one character a byte, or why it was not read. Synchronous: for thousands of small files the way
 * through the thread pool takes longer than the reading.
 */
export function readBytes(path: string): { text: string } | { why: string } {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST) return { why: `It is larger than ${LARGEST / 1e6} MB.` };
    const text = readFileSync(file, "latin1");
    if (/^(?:\xff\xfe|\xfe\xff)/.test(text)) {
      return { why: "It is written in UTF-16; save it as UTF-8." };
    }
    return { text };
  } finally {
    closeSync(file);
  }
}
