import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { root } from "../pages/files.ts";
import { command } from "../util/command.ts";
import type { App, Starter } from "./apps.ts";
import { install, inTurn, runTool } from "./buildApp.ts";

/** Makes a fresh app by its framework's own generator, puts the library into it by `consentry init`, and builds it; gives the folder. */
export function buildStarter(app: App, starter: Starter): Promise<string> {
  const folder = join(root, ".tmp/frameworks", `${app.folder}-${starter.name}`);
  return inTurn(folder, () => build(app, starter, folder));
}

async function build(app: App, starter: Starter, folder: string): Promise<string> {
  const { make, packages = app.packages ?? app.folder } = starter;
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
