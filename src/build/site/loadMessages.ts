import { readdirSync } from "node:fs";
import { pickLocale } from "../../i18n/pickLocale.ts";
import { SiteError } from "../SiteError.ts";
import { loadDoor } from "./loadDoor.ts";
import { packageFile } from "./packageFile.ts";

let offered: readonly string[] | undefined;

/** Tag of the language of ours that fits a BCP 47 tag best, or an error that names all there are. */
export function findLanguage(wanted: string): string {
  // Read once: a server asks for each answer.
  offered ??= readdirSync(packageFile("dist/esm/i18n/locales"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -3));
  const found = pickLocale([wanted], offered, "");
  if (found) return found;
  throw new SiteError(
    "usage",
    `language-unknown: There is no language ${JSON.stringify(wanted)}. There are ${offered.join(", ")}.`,
  );
}

/** All texts of a language of ours. */
export async function loadMessages(tag: string): Promise<Readonly<Record<string, string>>> {
  return (await loadDoor("i18n/locales", tag)) as Readonly<Record<string, string>>;
}
