import { createRequire } from "node:module";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";

/** What `ng new` is asked for. */
interface Asked {
  /** Rendered on a server. */
  ssr?: boolean;
  /** Made of components alone (its default), or of modules. */
  standalone?: boolean;
}

/** As much of Angular's `NodeWorkflow` as `ng new` makes use of. */
interface Workflow {
  execute(run: {
    collection: string;
    schematic: string;
    options: Readonly<Record<string, unknown>>;
  }): { toPromise(): Promise<void> };
}
type Tools = {
  NodeWorkflow: new (
    root: string,
    options: { resolvePaths: string[]; schemaValidation: true },
  ) => Workflow;
};

/** Makes an app in an empty folder by the generator that `ng new` runs. */
export async function angularStarter(folder: string, asked: Asked): Promise<string> {
  const packages = installed("test/packages/starters");
  const load = createRequire(join(packages, "index.js"));
  const { NodeWorkflow } = load("@angular-devkit/schematics/tools") as Tools;
  const { version } = load("@schematics/angular/package.json") as { version: string };
  const workflow = new NodeWorkflow(folder, {
    resolvePaths: [packages],
    schemaValidation: true,
  });
  const options = {
    name: "shop",
    directory: ".",
    version,
    ssr: false,
    skipInstall: true,
    skipGit: true,
    ...asked,
  };
  await workflow
    .execute({ collection: "@schematics/angular", schematic: "ng-new", options })
    .toPromise();
  return folder;
}
