/// <reference types="vite/client" />
import type { Service } from "../../src/core/service.ts";
import { own } from "../../src/lib/own.ts";

/** One file of the catalogue as the suite sees it: nothing of it is taken for granted. */
export interface Entry {
  /** Name of the file without its ending. */
  id: string;
  /** Makes the service, as the default export does for a script tag. */
  make: (options?: unknown) => Service;
  /** Everything that the file exports. */
  exported: Record<string, unknown>;
  source: string;
}

/** Pairs the modules of one folder with their sources. */
function entries(modules: Record<string, unknown>, sources: Record<string, unknown>): Entry[] {
  return Object.entries(modules).map(([path, module]) => ({
    id: /([^/]+)\.ts$/.exec(path)?.[1] ?? path,
    make: own(module, "default") as Entry["make"],
    exported: Object.fromEntries(Object.entries(Object(module) as object)),
    source: String(sources[path]),
  }));
}

export const services: Entry[] = entries(
  import.meta.glob(["../../src/services/*.ts", "!**/*.test.ts"], { eager: true }),
  import.meta.glob(["../../src/services/*.ts", "!**/*.test.ts"], {
    eager: true,
    query: "?raw",
    import: "default",
  }),
);

/** `google-analytics` as the name of its factory. */
export function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
