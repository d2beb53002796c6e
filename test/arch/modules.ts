import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** One `import` or `export … from`. */
export interface Import {
  specifier: string;
  /** `import type`: gone at run time. */
  typeOnly: boolean;
  /** `import("…")`: fetched when needed. */
  dynamic: boolean;
  /** Path from the repository's root for our own files, or null for a package. */
  file: string | null;
}

export interface Module {
  /** Path from the repository's root, with `/`. */
  file: string;
  /** Its room (`roomOf`), or empty for a file that lives in none. */
  room: string;
  text: string;
  imports: readonly Import[];
}

/** Every source file below `src` that is not a test. */
export function readModules(): Module[] {
  return listFiles("src")
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return { file, room: roomOf(file), text, imports: findImports(text, file) };
    });
}

/** `catalogue/` holds rooms of its own: hosts, services, signals and migrations keep apart. Empty for a file that lives in none. */
export function roomOf(file: string): string {
  return /^src\/(?:catalogue\/)?([^/]+)\/./.exec(file)?.[1] ?? "";
}

/** Every file below a folder, without the packages of others. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
      return entry.name == "node_modules" ? [] : listFiles(path);
    })
    .sort();
}

/** Source without comments; strings that hold `//` (addresses) stay whole. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g,
    (_all, string: string | undefined) => string ?? "",
  );
}

const STATIC = /^\s*(?:import|export)\s+(?:(type)\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

export function findImports(text: string, file: string): Import[] {
  const code = withoutComments(text);
  const place = (specifier: string): string | null =>
    specifier.startsWith(".") ? posix.join(dirname(file), specifier) : null;
  return [
    ...[...code.matchAll(STATIC)].map(([, type, specifier]) => ({
      specifier: specifier!,
      typeOnly: type == "type",
      dynamic: false,
      file: place(specifier!),
    })),
    ...[...code.matchAll(DYNAMIC)].map(([, specifier]) => ({
      specifier: specifier!,
      typeOnly: false,
      dynamic: true,
      file: place(specifier!),
    })),
  ];
}

/** Every file that `start` pulls in at once, itself included; what is fetched when needed is left out. */
export function closure(start: string, modules: readonly Module[]): Set<string> {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const { file: next, typeOnly, dynamic } of byFile.get(file)?.imports ?? []) {
      if (next && !typeOnly && !dynamic) visit(next);
    }
  };
  visit(start);
  return found;
}

/** The first circle of files, or null. Type imports count: they tie files together for the reader. */
export function findCycle(modules: readonly Pick<Module, "file" | "imports">[]): string[] | null {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const { file: next, dynamic } of byFile.get(file)?.imports ?? []) {
      const cycle = next && !dynamic ? visit(next) : null;
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const { file } of modules) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}

/** Rooms whose code runs in a visitor's browser. */
export const BROWSER_ROOMS: readonly string[] =
  "lib core i18n storage hosts services signals migrations gate record proof ui head engine adapters monitor entries".split(
    " ",
  );
