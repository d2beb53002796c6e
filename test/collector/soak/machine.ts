import { cpus, release, totalmem } from "node:os";

/** Where a figure was measured: processor, memory, system, versions, date. */
export function machine(): string {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? "?"}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${release()}`,
    `Node ${process.versions.node}`,
    `SQLite ${process.versions.sqlite ?? "-"}`,
    new Date().toISOString().slice(0, 10),
  ].join(", ");
}

/** Options of a soak command: `--name number`, each with its default. */
export function numbers<T extends Record<string, number>>(defaults: T): T {
  const out: Record<string, number> = { ...defaults };
  for (let i = 2; i < process.argv.length; i += 2) {
    const name = process.argv[i]!.replace(/^--/, "");
    const value = Number(process.argv[i + 1]);
    if (!(name in defaults) || !Number.isFinite(value)) {
      throw new Error(
        `options: ${Object.entries(defaults)
          .map(([key, is]) => `--${key} ${is}`)
          .join(" ")}`,
      );
    }
    out[name] = value;
  }
  return out as T;
}

/** The value below which a share of the sorted list lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Whether a module is the program and not a part of a test. */
export function isProgram(url: string): boolean {
  return process.argv[1] != null && url.endsWith(process.argv[1].split("/").at(-1)!);
}
