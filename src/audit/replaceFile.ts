import { rename, stat, writeFile } from "node:fs/promises";

/** Writes a file beside the old one and puts it in its place: no one meets half of it, and who may read it stays so. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const { mode } = await stat(path);
  const whole = `${path}.consentry-${process.pid}`;
  await writeFile(whole, content, { mode });
  await rename(whole, path);
}
