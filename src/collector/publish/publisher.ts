import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hex } from "../log/entry.ts";
import type { LogIdentity } from "../log/sequence.ts";
import type { Reporter } from "../report.ts";
import type { Head, Store } from "../store/store.ts";
import { writeMark } from "./mark.ts";
import { writeDurably } from "./writeDurably.ts";
import { writeTiles } from "./writeTiles.ts";

/** Asks others to sign a checkpoint, each in its own way; gives the note with their lines, or null. */
export type Cosign = (head: Head) => Promise<string | null>;

/** What a publisher is made of. */
export interface PublisherOptions {
  /** The database of the log. */
  store: Store;
  /** Who signs, for which log. */
  log: LogIdentity;
  /** File of the high-water mark. */
  mark: string;
  /** Directory for static tiles and the checkpoint; none: they are served from the database. */
  directory?: string | undefined;
  /** Asks witnesses for their signatures. Default: none is asked. */
  cosign?: Cosign | undefined;
  /** Hears of each fault. Default: nothing is written. */
  report?: Reporter;
}

/** Shows the world what was signed. */
export interface Publisher {
  /** Publishes the newest head if it is not out yet. Rejects when something could not be written. */
  publish(): Promise<void>;
}

/**
 * Makes a publisher. The order matters: the mark first, so that no older database is ever taken up
 * again; then the tiles; then the witnesses; the checkpoint last, when everything it names is there.
 *
 * @throws never; `publish` rejects
 *
 * @example
 * import { createPublisher, type LogIdentity, type Store } from "consentry/collector";
 *
 * declare const store: Store;
 * declare const log: LogIdentity;
 * await createPublisher({ store, log, mark: "mark.json" }).publish();
 */
export function createPublisher(options: PublisherOptions): Publisher {
  const { store, directory, cosign, report = () => {} } = options;
  let published = -1;
  let cosigned = -1;
  let busy = Promise.resolve();

  const publish = async () => {
    const head = await store.head();
    const { size } = head.frontier;
    if (!size) return;
    if (size != published) {
      writeMark(options.mark, { size, root: hex(head.root) });
      if (directory != null) {
        await writeTiles(store, directory, sizeIn(directory), size);
        const keys = options.log.signers.map(({ vkey }) => `${vkey}\n`).join("");
        writeDurably(join(directory, "keys"), keys, "everybody");
      }
    }
    let note: string | null = head.note;
    if (cosign && size != cosigned) {
      note = await cosign(head);
      if (note) {
        await store.attest({ kind: "cosigned", size, data: note });
        cosigned = size;
      }
    }
    if (note && directory != null && (size != published || cosign)) {
      writeDurably(join(directory, "checkpoint"), note, "everybody");
    }
    if (size != published) {
      report({ level: "info", event: "checkpoint-published", size, cosigned: cosigned == size });
    }
    published = size;
  };
  return {
    publish() {
      const next = busy.then(publish);
      // One failure must not keep the next attempt from running.
      busy = next.catch(() => {});
      return next;
    },
  };
}

/** Size of the log whose tiles a directory holds. */
function sizeIn(directory: string): number {
  try {
    const size = Number(readFileSync(join(directory, "checkpoint"), "utf8").split("\n")[1]);
    return Number.isSafeInteger(size) ? size : 0;
  } catch {
    return 0; // Nothing published yet: everything is written.
  }
}
