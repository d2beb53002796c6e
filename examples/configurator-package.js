// Where the files behind the package's import paths lie: by the table of its manifest, as any tool finds them.
const { exports: paths } = await (await fetch("../package.json")).json();

/**
 * The address of what `consentry/services/hotjar` imports, from this page.
 *
 * @param folder a folder of import paths, such as "services"
 * @param condition "types" for its declarations
 */
export const fileOf = (folder, name, condition = "default") =>
  new URL(`.${paths[`./${folder}/*`][condition].replace("*", name)}`, import.meta.url).href;
