import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./modules.ts";

interface Manifest {
  scripts: Record<string, string>;
  exports: Record<string, string | { types: string } | Record<string, never>>;
}
export const manifest: Manifest = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
) as Manifest;

/** Doors of the package: the path that a site imports, and the source behind it. */
export const doors: readonly { name: string; source: string }[] = Object.entries(
  manifest.exports,
).flatMap(([path, target]) =>
  target && typeof target == "object" && "types" in target
    ? [
        {
          name: `consentry${path.slice(1)}`,
          source: target.types.replace("./dist/esm/", "src/").replace(".d.ts", ".ts"),
        },
      ]
    : [],
);

/**
 * What the compiler says about code blocks, each a module of its own that imports the package's doors; empty when
 * it is content. `name` keeps those who ask at the same time apart.
 */
export async function compileBlocks(name: string, blocks: readonly string[]): Promise<string> {
  const folder = join(root, ".tmp", `blocks-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  blocks.forEach((code, index) => writeFileSync(join(folder, `block${index}.ts`), code));
  const paths = Object.fromEntries(doors.map((door) => [door.name, [`../../${door.source}`]]));
  // Sites have the runner by this name; it hands on what is installed here.
  paths["@playwright/test"] = ["../../node_modules/playwright/test.d.ts"];
  const project = {
    extends: "../../tsconfig.json",
    compilerOptions: { paths, isolatedDeclarations: false },
    include: ["."],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return (await promisify(execFile)(process.execPath, [tsc, "-p", folder])).stdout;
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
