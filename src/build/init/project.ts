import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { own } from "../../lib/own.ts";
import { SiteError } from "../SiteError.ts";

/** What builds the pages of a project. */
export type Kind =
  | "next"
  | "nuxt"
  | "astro"
  | "react-router"
  | "tanstack"
  | "sveltekit"
  | "angular"
  | "vite"
  | "html";

/** A project as it lies there. */
export interface Project {
  kind: Kind;
  /** What runs its server where that is not Node.js: no files of a package can be read there, or not as there. */
  host?: "cloudflare" | "deno" | undefined;
  /** Whether it is written in TypeScript. */
  typed: boolean;
  /** Names of its files at the top, in order. */
  names: readonly string[];
  /** Whether it depends on a package. */
  has(name: string): boolean;
  /** The text of one of its files, or null where there is none. */
  read(path: string): string | null;
}

/** What a project that depends on a package is: the first that it has. */
const KINDS: readonly (readonly [name: string, kind: Kind])[] = [
  ["next", "next"],
  ["astro", "astro"],
  ["nuxt", "nuxt"],
  ["@react-router/dev", "react-router"],
  ["@tanstack/react-start", "tanstack"],
  ["@sveltejs/kit", "sveltekit"],
  ["@angular/core", "angular"],
  ["vite", "vite"],
];

/** Kinds whose server's part needs Node.js, and has no other form here. */
const NEEDS_NODE: readonly Kind[] = ["tanstack", "sveltekit", "angular"];
const CLOUDFLARE = ["@cloudflare/vite-plugin", "@sveltejs/adapter-cloudflare"];

/** Looks what a folder is. Throws `SiteError` where it cannot be read, or is nothing that is known here. */
export function readProject(folder: string): Project {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new SiteError("environment", `${folder} is no folder that can be read.`);
  }
  const read = (path: string): string | null => {
    const at = join(folder, path);
    return existsSync(at) ? readFileSync(at, "utf8") : null;
  };
  const names = readdirSync(folder).sort();
  const ofDeno = ["deno.json", "deno.jsonc"].find((name) => names.includes(name));
  const packages = packagesOf(read("package.json"));
  const isAlone = !KINDS.some(([name]) => packages.has(name));
  if (ofDeno && isAlone) for (const name of importsOf(read(ofDeno)!, ofDeno)) packages.add(name);
  const has = (name: string): boolean => packages.has(name);
  const made = KINDS.find(([name]) => has(name))?.[1];
  const host = CLOUDFLARE.some(has) ? "cloudflare" : ofDeno && isAlone && made ? "deno" : undefined;
  if (made && host && (NEEDS_NODE.includes(made) || (host == "deno" && made != "react-router"))) {
    const where = host == "deno" ? "Deno" : "Cloudflare's Workers";
    throw new SiteError(
      "usage",
      `For ${made} on ${where} there are no edits here: follow docs/frameworks.md#at-the-edge.`,
    );
  }
  const other =
    made == "angular" && !names.includes("angular.json")
      ? "Angular without angular.json"
      : !made && has("react-router") && "React Router";
  if (other) {
    throw new SiteError(
      "usage",
      `${other} has no edits of its own here: follow docs/frameworks.md.`,
    );
  }
  const kind = made ?? (hasPage(names) ? "html" : undefined);
  if (!kind) {
    const below = names.find(
      (name) =>
        lstatSync(join(folder, name)).isDirectory() && hasPage(readdirSync(join(folder, name))),
    );
    const known = KINDS.map(([name]) => name).join(", ");
    throw new SiteError(
      "usage",
      `${folder} has neither a page nor a package.json with one of ${known}.${below ? ` There are pages in ${below}: npx consentry init ${join(folder, below)}` : ""}`,
    );
  }
  return { kind, host, typed: names.includes("tsconfig.json"), names, has, read };
}

function hasPage(names: readonly string[]): boolean {
  return names.some((name) => /\.html?$/i.test(name));
}

function packagesOf(text: string | null): Set<string> {
  const manifest = parsed(text ?? "{}", "package.json");
  return new Set(
    ["dependencies", "devDependencies"].flatMap((field) =>
      Object.keys((own(manifest, field) ?? {}) as object),
    ),
  );
}

/** Names of the packages that Deno's configuration imports. It may have comments, and commas at the ends. */
function importsOf(text: string, name: string): string[] {
  const bare = text.replace(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[^]*?\*\//g, "$1");
  const strict = bare.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, "$1");
  return Object.keys((own(parsed(strict, name), "imports") ?? {}) as object);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SiteError("environment", `${name} is no JSON.`);
  }
}
