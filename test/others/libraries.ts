import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { installed } from "../../scripts/packages.mjs";
import { components } from "../pages/components.ts";
import { root } from "../pages/files.ts";
import { content, links } from "./content.ts";

/** A library of others whose way with a page the matrix tries. */
export interface Library {
  name: string;
  /** The script of the page, from `pages/`. */
  script: string;
  /**
   * How often a navigation runs the gated scripts of a route: as often as the library runs the page's own, which is never
   * where it turns one element into the next; or once, where it runs none and each element is new.
   */
  runs: "as own" | "once";
  /** A style sheet of its package that its script needs. */
  style?: string;
  /** The version of React, where it is not the root's. */
  react?: 18 | 19;
  /** More in the head, and on the element around the routes. */
  head?: string;
  nav?: string;
  /** The server renders the app: the part around the routes, or the whole document. */
  renders?: "root" | "document";
  /** The server renders nothing: what is there comes with the script. */
  isEmpty?: boolean;
}

const ASTRO = `<meta name="astro-view-transitions-enabled" content="true">
  <meta name="astro-view-transitions-fallback" content="none">`;
const boost = (swap: string): string =>
  `hx-boost="true" hx-target="#view" hx-select="#view > *" hx-swap="${swap}"`;

export const LIBRARIES: readonly Library[] = [
  { name: "Turbo 8", script: "turbo", runs: "as own" },
  { name: "Astro's client router", script: "astro", runs: "as own", head: ASTRO },
  { name: "Swup 4", script: "swup", runs: "as own" },
  { name: "htmx 2", script: "htmx", runs: "as own", nav: boost("innerHTML") },
  {
    name: "htmx 2 with idiomorph",
    script: "htmxMorph",
    runs: "as own",
    nav: `hx-ext="morph" ${boost("morph")}`,
  },
  { name: "idiomorph", script: "idiomorph", runs: "as own" },
  { name: "jQuery 4's html()", script: "jquery", runs: "as own" },
  { name: "lazysizes 5", script: "lazysizes", runs: "once" },
  { name: "Swiper", script: "swiper", runs: "once", style: "swiper/swiper.min.css" },
  { name: "web components", script: "components", runs: "once", isEmpty: true },
  { name: "Vue 3", script: "vue", runs: "once", isEmpty: true },
  { name: "Svelte 5", script: "svelte", runs: "once", isEmpty: true },
  { name: "React 18, #root", script: "reactRoot", runs: "once", react: 18, renders: "root" },
  {
    name: "React 18, document",
    script: "reactDocument",
    runs: "once",
    react: 18,
    renders: "document",
  },
  { name: "React 19, #root", script: "reactRoot", runs: "once", react: 19, renders: "root" },
  {
    name: "React 19, document",
    script: "reactDocument",
    runs: "once",
    react: 19,
    renders: "document",
  },
];

/** What a server answers for a route of the matrix. */
export type RenderPage = (route: string, head: string) => string;

const FOLDER = "test/others";
/** What Astro's router asks its build for. */
const astro: Plugin = {
  name: "astro",
  setup(builder) {
    builder.onResolve({ filter: /^(virtual|astro):/ }, ({ path }) => ({
      path,
      namespace: "astro",
    }));
    builder.onLoad({ filter: /.*/, namespace: "astro" }, () => ({
      contents: "export const internalFetchHeaders = {}; export default {}",
    }));
  },
};

async function bundle(file: string, { react }: Library, more: BuildOptions): Promise<string> {
  installed(FOLDER);
  const ours = (name: string): [string, string] => [name, join(root, "node_modules", name)];
  const { outputFiles } = await build({
    entryPoints: [join(root, FOLDER, "pages", `${file}.js`)],
    bundle: true,
    write: false,
    logLevel: "silent",
    plugins: [components(), astro],
    alias: react == 18 ? {} : Object.fromEntries(["react", "react-dom"].map(ours)),
    define: {
      "process.env.NODE_ENV": '"production"',
      "import.meta.env": '{"SSR":false,"DEV":false}',
      __PREFETCH_DISABLED__: "true",
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    ...more,
  });
  return outputFiles![0]!.text;
}

/** The library's script for a page, bundled as a site does. */
export const bundleScript = (library: Library): Promise<string> =>
  bundle(library.script, library, { format: "iife", target: "es2022" });

/** How the library's server renders a page. */
export async function createRenderPage(library: Library): Promise<RenderPage> {
  const { head: more = "", nav = "", renders, isEmpty, style } = library;
  const sheet = style && readFileSync(join(installed(FOLDER), style), "utf8");
  const script = '<script defer src="/library.js"></script>';
  const server = renders && (await loadServer(library));
  return (route, head) => {
    const top = `${head}${more}${sheet ? `<style>${sheet}</style>` : ""}${script}`;
    if (renders == "document") return `<!doctype html>${server!.renderDocument(route, top)}`;
    const view = server ? server.renderRoot(route) : isEmpty ? "" : content(route);
    return `<!doctype html><html lang="en"><head>${top}</head>
      <body><nav ${nav}>${links}</nav><main id="view">${view}</main></body></html>`;
  };
}

interface ReactServer {
  renderRoot(first: string): string;
  renderDocument(first: string, head: string): string;
}

async function loadServer(library: Library): Promise<ReactServer> {
  const code = await bundle("reactServer", library, { format: "cjs", platform: "node" });
  const folder = join(root, ".tmp/others");
  const file = join(folder, `react-${library.react}.cjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, code);
  const server = createRequire(import.meta.url)(file) as ReactServer;
  rmSync(file);
  return server;
}
