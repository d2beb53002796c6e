import { existsSync } from "node:fs";
import { SiteError } from "../SiteError.ts";
import { packageFile } from "./packageFile.ts";
import type { Site } from "./readSite.ts";

/**
 * A module that makes a site's instance in a browser, as a site would by hand with `consentry/lazy`: it exports `consent`.
 * Services, signals and languages come when they are needed.
 *
 * @param languages tags beside English that pages may be in
 */
export function writeInstance(site: Site, languages: readonly string[]): string {
  const fetches = (entry: string, ids: readonly string[]): string =>
    ids.map((id) => `"${id}":()=>import(${JSON.stringify(`consentry/${entry}/${id}`)})`).join();
  return `import { createConsent } from "consentry/lazy";
export const consent = createConsent(${plain(site.options)}, {
  services: {${fetches("services", ofCatalogue(site))}},
  signals: {${fetches("signals", site.signals)}},
  locales: {${fetches("locales", languages)}},
});
`;
}

/** A module for a server: it exports the site's `options` with its services as a list, for `readConsent`. */
export function writeServerOptions(site: Site): string {
  const { services } = site.options;
  const known = ofCatalogue(site);
  const imports = known.map(
    (id, index) => `import service${index} from "consentry/services/${id}";\n`,
  );
  const list = Array.isArray(services)
    ? plain(services)
    : `[${Object.entries(services ?? {}).map(([id, given]) =>
        known.includes(id)
          ? `service${known.indexOf(id)}(${plain(given)})`
          : plain({ id, ...(given as object) }),
      )}]`;
  return `${imports.join("")}export const options = { ...${plain(site.options)}, services: ${list} };\n`;
}

/** Ids of the catalogue that the configuration names. */
function ofCatalogue({ options: { services } }: Site): string[] {
  if (!services || Array.isArray(services)) return [];
  return Object.keys(services).filter((id) =>
    existsSync(packageFile("dist/esm/catalogue/services", `${id}.js`)),
  );
}

/** As text that is code: what is no data cannot be put into a build. */
function plain(data: unknown): string {
  try {
    return JSON.stringify(structuredClone(data));
  } catch {
    throw new SiteError(
      "config",
      "The configuration holds a function, which cannot be put into a build. Name services and signals by their ids: { hotjar: { id: 1 } }.",
    );
  }
}
