import { cpSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { writeFiles } from "./writeFiles.ts";

/** The templates of `create-next-app`. */
export const NEXT: string = join(
  installed("test/packages/starters"),
  "create-next-app/dist/templates",
);
/** Its tool puts the manifest in; the templates have none of their own. */
export const NEXT_MANIFEST: Readonly<Record<"package.json", string>> = {
  "package.json": JSON.stringify({ dependencies: { next: "16", react: "19" } }),
};

/** Makes the app of a template in an empty folder. */
export function writeNextStarter(folder: string, template: string): void {
  cpSync(join(NEXT, template), folder, { recursive: true });
  writeFiles(folder, NEXT_MANIFEST);
}
