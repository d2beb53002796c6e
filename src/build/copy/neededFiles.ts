import { readdirSync } from "node:fs";
import { ownService } from "../../core/config/ownService.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { own } from "../../lib/own.ts";
import { DIST_FILES } from "../site/distFiles.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/**
 * Names, below `dist/`, of what a page with the script tag may fetch.
 *
 * @param site absent: whatever a configuration might name
 * @param languages tags of the languages that are shown; absent: all
 */
export function neededFiles(site?: Site, languages?: readonly string[]): string[] {
  const scripts = (folder: string): string[] =>
    readdirSync(packageFile("dist", folder))
      .filter((name) => name.endsWith(".js"))
      .map((name) => (folder ? `${folder}/${name}` : name));
  const chosen = (folder: string, ids: readonly string[] | undefined): string[] =>
    scripts(folder).filter((file) => !ids || ids.some((id) => file == `${folder}/${id}.js`));

  const entries = site && Object.entries(site.gate._catalogue);
  const tools = site && keysOf(own(site.options, "migrate"));
  const uses = {
    migrate: !site || tools!.length > 0,
    own: !site || entries!.some(([, it]) => own(it, "category")),
  };
  return [
    ...DIST_FILES.filter(({ aside, only }) => !aside && (!only || uses[only]))
      .map(({ name }) => name)
      .filter((name) => !name.includes("/")),
    ...chosen(
      "services",
      entries?.filter(([id, it]) => !ownService(id, it)).map(([id]) => id),
    ),
    ...chosen("signals", site?.signals),
    ...chosen("migrate", tools),
    ...chosen("migrate/shims", tools),
    ...chosen("locales", languages),
  ].toSorted();
}
