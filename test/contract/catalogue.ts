import type { Signal } from "../../src/core/config/parts.ts";
import type { Service } from "../../src/core/config/service.ts";
import { own } from "../../src/lib/own.ts";

declare global {
  interface ImportMeta {
    /** Vite's: the modules, or with `query: "?raw"` the sources, of all files that match. */
    glob(
      patterns: readonly string[],
      options: { eager: true; query?: "?raw"; import?: "default" },
    ): Record<string, unknown>;
  }
}

/** One file of a room as the suite sees it: nothing of it is taken for granted. */
export interface Entry<Made> {
  /** Name of the file without its ending. */
  id: string;
  /** Makes the service or signal, as the default export does for a script tag. */
  make: (options?: unknown) => Made;
  /** Everything that the file exports. */
  exported: Record<string, unknown>;
  source: string;
}

/** Pairs the modules of one folder with their sources. */
function entries<Made>(
  modules: Record<string, unknown>,
  sources: Record<string, unknown>,
): Entry<Made>[] {
  return Object.entries(modules).map(([path, module]) => ({
    id: /([^/]+)\.ts$/.exec(path)?.[1] ?? path,
    make: own(module, "default") as Entry<Made>["make"],
    exported: Object.fromEntries(Object.entries(Object(module) as object)),
    source: String(sources[path]),
  }));
}

export const services: Entry<Service>[] = entries(
  import.meta.glob(["../../src/catalogue/services/*.ts", "!**/*.test.ts"], { eager: true }),
  import.meta.glob(["../../src/catalogue/services/*.ts", "!**/*.test.ts"], {
    eager: true,
    query: "?raw",
    import: "default",
  }),
);

export const signals: Entry<Signal>[] = entries(
  import.meta.glob(["../../src/catalogue/signals/*.ts", "!**/*.test.ts", "!**/gpc.ts"], {
    eager: true,
  }),
  {},
);

/** `google-analytics` as the name of its factory. */
export function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
