import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

interface Operation {
  kind: string;
  path: string;
  offset: number;
  data: Buffer;
}

/** Reads what `shim.c` wrote down; an entry cut off by the kill ends the list. */
function operations(journal: string): Operation[] {
  const bytes = readFileSync(journal);
  const out: Operation[] = [];
  for (let at = 0; at + 5 <= bytes.length;) {
    const kind = String.fromCharCode(bytes[at]!);
    const size = bytes.readInt32LE(at + 1);
    const head = at + 5 + size;
    if (head + 16 > bytes.length) break;
    const path = bytes.toString("utf8", at + 5, head);
    const offset = Number(bytes.readBigInt64LE(head));
    const length = kind == "W" ? Number(bytes.readBigInt64LE(head + 8)) : 0;
    const end = head + 16 + length;
    if (end > bytes.length) break;
    out.push({ kind, path, offset, data: bytes.subarray(head + 16, end) });
    at = end;
  }
  return out;
}

/**
 * Puts the files of a directory together as a power cut would have left them. Everything before a
 * file's last sync is there. Of what came after, `drop` keeps nothing; `torn` keeps each piece of 512
 * bytes (a sector) where `toss` says so, in any order. Names are taken to be durable, and a rollback
 * journal belongs to the making of the file, before anything is acknowledged.
 */
export function rebuild(
  journal: string,
  directory: string,
  target: string,
  mode: "drop" | "torn",
  toss: () => boolean,
): void {
  mkdirSync(target, { recursive: true });
  const files = new Map<string, Operation[]>();
  for (const operation of operations(journal)) {
    const { path } = operation;
    if (path == directory || path.endsWith("-journal") || path.endsWith(".lock")) continue;
    files.set(path, [...(files.get(path) ?? []), operation]);
  }
  for (const [path, list] of files) {
    let image = Buffer.alloc(0);
    const put = (offset: number, data: Uint8Array) => {
      if (offset + data.length > image.length) {
        image = Buffer.concat([image, Buffer.alloc(offset + data.length - image.length)]);
      }
      image.set(data, offset);
    };
    const synced = list.findLastIndex(({ kind }) => kind == "S");
    list.forEach(({ kind, offset, data }, i) => {
      if (i > synced && mode == "drop") return;
      if (kind == "T" && (i <= synced || toss())) image = Buffer.from(image.subarray(0, offset));
      if (kind != "W") return;
      if (i <= synced) put(offset, data);
      else {
        for (let at = 0; at < data.length; at += 512) {
          if (toss()) put(offset + at, data.subarray(at, at + 512));
        }
      }
    });
    writeFileSync(join(target, basename(path)), image);
  }
}
