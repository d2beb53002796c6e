import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
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
  /** Whether it is written in TypeScript. */
  typed: boolean;
  /** Names of its files at the top, in order. */
  names: readonly string[];
  /** Whether it depends on a package. */
  has(name: string): boolean;
  /** The text of one of its files, or null where there is none. */
  read(path: string): string | null;
}

/** Frameworks with a guide, but without edits of ours. */
const OTHERS: Readonly<Record<string, string>> = {
  "@angular/core": "Angular without angular.json",
  "react-router": "React Router",
};

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
  const packages = packagesOf(read("package.json"));
  const has = (name: string): boolean => packages.has(name);
  const kind: Kind | undefined = has("next")
    ? "next"
    : has("astro")
      ? "astro"
      : has("nuxt")
        ? "nuxt"
        : has("@react-router/dev")
          ? "react-router"
          : has("@tanstack/react-start")
            ? "tanstack"
            : has("@sveltejs/kit")
              ? "sveltekit"
              : has("@angular/core") && names.includes("angular.json")
                ? "angular"
                : Object.keys(OTHERS).some(
                      (name) => has(name) && !(name == "react-router" && has("vite")),
                    )
                  ? undefined
                  : has("vite")
                    ? "vite"
                    : names.some((name) => /\.html?$/i.test(name))
                      ? "html"
                      : undefined;
  if (!kind) {
    const other = Object.entries(OTHERS).find(([name]) => has(name))?.[1];
    throw new SiteError(
      "usage",
      other
        ? `${other} has no edits of its own here: follow docs/frameworks.md.`
        : `${folder} has neither a package.json with next, nuxt, astro, @react-router/dev, @tanstack/react-start, @sveltejs/kit, @angular/core or vite, nor a page.`,
    );
  }
  return { kind, typed: names.includes("tsconfig.json"), names, has, read };
}

function packagesOf(text: string | null): ReadonlySet<string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text ?? "{}");
  } catch {
    throw new SiteError("environment", "package.json is no JSON.");
  }
  return new Set(
    ["dependencies", "devDependencies"].flatMap((field) =>
      Object.keys((own(manifest, field) ?? {}) as object),
    ),
  );
}
