import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { root } from "../pages/files.ts";
import type { App, Mode } from "./apps.ts";

/** The package as npm would install it, with what it depends on. */
const PACKAGE = ["package.json", "dist"];
const NEEDS = Object.keys(
  (
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    }
  ).dependencies,
);

const made = new Map<string, Promise<string>>();
let last: Promise<unknown> = Promise.resolve();

/** One build after the other, each once in a run, while browsers open what is built; a failed one fails the row that asks for it. */
export function inTurn(folder: string, build: () => Promise<string>): Promise<string> {
  const known = made.get(folder);
  if (known) return known;
  const own = last.then(build);
  last = own.catch(() => {});
  made.set(folder, own);
  return own;
}

/**
 * Builds an app as its owner would, with this package installed in it. What was built stays, and is taken again where
 * nothing has changed: the app, its lock and our own files.
 *
 * @param variant a folder of the app whose files stand in for those of the same name; an empty one takes that away
 * @param mode `development`: with the checks of the framework's own that a build for visitors leaves out
 * @returns the folder
 */
export function buildApp(app: App, variant?: string, mode: Mode = "production"): Promise<string> {
  const names = [
    app.folder,
    ...(variant ? [variant] : []),
    ...(mode == "production" ? [] : [mode]),
  ];
  const to = join(root, ".tmp/frameworks", names.join("-"));
  return inTurn(to, () => build(app, to, variant, mode));
}

async function build(
  app: App,
  to: string,
  variant: string | undefined,
  mode: Mode,
): Promise<string> {
  const from = join(root, "test/frameworks", app.folder);
  const { packages = app.folder } = app;
  const mark = join(to, ".built");
  const inputs = hashOf([
    ...filesOf(from),
    ...(variant ? filesOf(join(from, "variants", variant)) : []),
    ...filesOf(join(root, "dist")),
    join(root, "package.json"),
    join(root, "test/frameworks", packages, "package-lock.json"),
  ]);
  if (existsSync(mark) && readFileSync(mark, "utf8") == inputs) return to;
  const modules = installed(`test/frameworks/${packages}`);
  install(modules);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const isOwn = (file: string): boolean => !/[\\/](?:node_modules|variants)$/.test(file);
  cpSync(from, to, { recursive: true, filter: isOwn });
  if (variant) {
    cpSync(join(from, "variants", variant), to, { recursive: true });
    for (const file of filesOf(join(from, "variants", variant))) {
      const { size } = statSync(file);
      if (!size) rmSync(join(to, relative(join(from, "variants", variant), file)));
    }
  }
  cpSync(join(dirname(modules), "package.json"), join(to, "package.json"));
  symlinkSync(modules, join(to, "node_modules"), "junction");
  await runTool(app, app.build, to, mode);
  // Frameworks write types of their own as they build.
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  for (const project of app.types ?? []) {
    await runTool(app, [compiler, "--noEmit", "-p", project], to, mode);
  }
  writeFileSync(mark, inputs);
  return to;
}

function filesOf(folder: string): string[] {
  return globSync("**/*.*", {
    cwd: folder,
    exclude: (name) => /^(?:node_modules|variants|\.installing)$/.test(name),
  })
    .sort()
    .map((file) => join(folder, file));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    if (/\.\w+$/.test(file) && existsSync(file)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const ready = new Set<string>();

/** Puts this package into the packages of an app, once in a run: servers of what was built before read it there. */
export function install(modules: string): void {
  if (ready.has(modules)) return;
  ready.add(modules);
  const at = join(modules, "consentry");
  rmSync(at, { recursive: true, force: true });
  for (const name of PACKAGE) cpSync(join(root, name), join(at, name), { recursive: true });
  for (const name of NEEDS) {
    cpSync(join(root, "node_modules", name), join(modules, name), { recursive: true });
  }
}

/** Runs a tool of the app's framework in its folder. */
export async function runTool(
  app: App,
  command: readonly string[],
  cwd: string,
  mode: Mode,
): Promise<void> {
  const said: string[] = [];
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, command, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (part) => said.push(String(part)));
  child.stderr.on("data", (part) => said.push(String(part)));
  const status = await new Promise((done) => child.on("close", done));
  if (status !== 0) throw new Error(`${app.name} did not build:\n${said.join("")}`);
}
