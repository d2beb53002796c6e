import { readdirSync } from "node:fs";
import { ownService } from "../../core/config/ownService.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { own } from "../../lib/own.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/** Not fetched by `consentry.js`: two stand in the page's head, the others are chosen by themselves. */
const ASIDE = [
  ...["consentry.head.js", "consentry.head.banner.js"],
  ...["consentry.monitor.js", "consentry.sw.js"],
];

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
  const isUsed = (file: string): boolean =>
    !ASIDE.includes(file) &&
    (!site ||
      ((!/\.(migrate|shim)\.js$/.test(file) || tools!.length > 0) &&
        (file != "consentry.own.js" || entries!.some(([, it]) => own(it, "category")))));
  return [
    ...scripts("").filter(isUsed),
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
