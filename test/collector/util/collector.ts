import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createCollector,
  type Collector,
  type CollectorOptions,
} from "../../../src/collector/createCollector.ts";
import type { Answer } from "../../../src/collector/http/logRecords.ts";
import type { LogIdentity } from "../../../src/collector/log/sequence.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import type { Store } from "../../../src/collector/store/store.ts";
import type { SealedRecord } from "../../../src/record/consentRecord.ts";
import { identity } from "./entries.ts";
import { ORIGIN } from "./records.ts";

/** A collector on a fresh SQLite file. */
export interface Bench {
  collector: Collector;
  store: Store;
  log: LogIdentity;
  path: string;
  /** Structured log lines so far. */
  lines: Record<string, unknown>[];
  remove(): Promise<void>;
}

export async function bench(options: Partial<CollectorOptions> = {}): Promise<Bench> {
  const directory = options.store ? "" : mkdtempSync(join(tmpdir(), "consentry-http-"));
  const path = join(directory, "log.db");
  const own = options.store ? null : await sqliteStore({ path });
  const store = options.store ?? own!;
  const log = options.log ?? identity();
  const lines: Record<string, unknown>[] = [];
  const collector = createCollector({
    store,
    log,
    origins: [ORIGIN],
    report: (line) => lines.push(line),
    ...options,
  });
  return {
    collector,
    store,
    log,
    path,
    lines,
    async remove() {
      await own?.close();
      if (directory) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The line of a request that carries a record. */
export const lineOf = ({ text, hash }: SealedRecord): string => JSON.stringify({ text, hash });

type PostInit = Omit<RequestInit, "headers"> & {
  headers?: Record<string, string>;
  duplex?: "half";
};

/** A request that sends lines, as a browser on the site does. */
export function post(
  lines: readonly string[] | string,
  init: PostInit = {},
  path = "/v1/records",
): Request {
  return new Request(`https://collector.example${path}`, {
    method: "POST",
    body: typeof lines == "string" ? lines : lines.join("\n"),
    ...init,
    headers: { "Content-Type": "text/plain;charset=UTF-8", Origin: ORIGIN, ...init.headers },
  });
}

/** Sends lines and reads the answer. */
export async function send(collector: Collector, lines: readonly string[]): Promise<Answer> {
  const response = await collector(post(lines));
  if (response.status != 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
