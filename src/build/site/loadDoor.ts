import { pathToFileURL } from "node:url";
import { own } from "../../lib/own.ts";
import { packageFile } from "./packageFile.ts";

/** What one of the package's many entry points exports by default: a service, a signal or a language. */
export async function loadDoor(
  folder: "catalogue/services" | "catalogue/signals" | "i18n/locales",
  id: string,
): Promise<unknown> {
  // Built files, one for each entry point: the command line itself carries none of the hundred.
  const url = pathToFileURL(packageFile("dist/esm", folder, `${id}.js`)).href;
  const module: unknown = await import(/* @vite-ignore */ url);
  return own(module, "default");
}
