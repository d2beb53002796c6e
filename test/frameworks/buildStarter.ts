import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { root } from "../pages/files.ts";
import { command } from "../util/command.ts";
import type { App, Starter } from "./apps.ts";
import { install, runTool } from "./buildApp.ts";

/** Every browser of a run opens the same build. */
const built = new Map<Starter, Promise<string>>();

/** Makes a fresh app by its framework's own generator, puts the library into it by `consentry init`, and builds it; gives the folder. */
export function buildStarter(app: App, starter: Starter): Promise<string> {
  const folder = built.get(starter) ?? build(app, starter);
  built.set(starter, folder);
  return folder;
}

async function build(app: App, starter: Starter): Promise<string> {
  const { name, make, packages = app.packages ?? app.folder } = starter;
  const folder = join(root, ".tmp/frameworks", `${app.folder}-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make(folder);
  const { code, err } = await command(["init", folder, "--write", "--name", "Acme BV"]);
  if (code) throw new Error(`init left something to do in ${folder}:\n${err}`);
  const modules = installed(`test/frameworks/${packages}`);
  install(modules);
  symlinkSync(modules, join(folder, "node_modules"), "junction");
  await runTool(app, app.build, folder, "production");
  return folder;
}
