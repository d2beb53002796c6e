import { angularStarter } from "../util/angularStarter.ts";
import { ASTRO } from "../util/astroStarter.ts";
import { writeNuxtStarter } from "../util/nuxtStarter.ts";
import { AS_WORKER, CLOUDFLARE } from "../util/reactRouterEdgeStarters.ts";
import { REACT_ROUTER } from "../util/reactRouterStarter.ts";
import { TANSTACK, TANSTACK_NITRO } from "../util/tanstackStarter.ts";
import { writeFiles } from "../util/writeFiles.ts";
import { STATIC } from "./serveApp.ts";
import type { Weights } from "./weights.ts";

/** What `NODE_ENV` says to a framework. */
export type Mode = "production" | "development";

/** A fresh app, as the framework's own generator makes it. */
export interface Starter {
  name: string;
  /** Makes it in an empty folder. */
  make(folder: string): unknown;
  /** Serves what was built, as `serve` of an app. */
  serve: readonly string[];
  /** The folder whose packages it takes. Default: that of the app. */
  packages?: string;
  /** Whether its banner comes with the library, and not in the HTML. */
  isLate?: boolean;
}

/** An app of one framework, built by the framework's own tool. */
export interface App {
  /** As its people write it. */
  name: string;
  /** Its folder below `test/frameworks`, and its host. */
  folder: string;
  /** The folder whose packages it takes. Default: its own. */
  packages?: string;
  /** Its page in the documentation. */
  page: string;
  /** Builds it: arguments of Node.js, in its folder. */
  build: readonly string[];
  /** Its projects of TypeScript, in which our types have to fit the framework's. */
  types?: readonly string[];
  /** Serves what was built: arguments of Node.js; `PORT` in them and in the environment is the port. */
  serve: readonly string[];
  /** Whether a request is for a page that nobody has asked for yet. */
  isAhead(path: string, headers: Readonly<Record<string, string>>): boolean;
  /** Hosts of the catalogue's services that it names. */
  loads?: readonly string[];
  /** A page that is made while the app is built, for everybody. */
  built?: string;
  /** A page that the server keeps, and gives to everybody. */
  kept?: string;
  /** A page under a policy from consent into which the framework puts no script. */
  plain?: string;
  /** Whether its framework sends a page only when all of it is there. */
  isWhole?: boolean;
  /** Pages that lead to each other, with their headings: on the second, a loader of the framework's own waits for marketing with a script. */
  loader?: {
    from: readonly [path: string, heading: string];
    to: readonly [path: string, heading: string];
  };
  /** Whether it loads the page anew after each withdrawal. */
  reloads?: boolean;
  /** The variant of it that is built as static files, the folder of these, and what builds them if it is something else. */
  exported?: { variant: string; folder: string; build?: readonly string[] };
  /** The variant of it that has nothing of ours. */
  without?: string;
  /** Fresh apps that `consentry init` is tried on. */
  starters?: readonly Starter[];
  /** What it may weigh more than that. */
  weighs?: Weights;
  /** The heading of that in the documentation. Default: “What it weighs”. */
  weighsUnder?: string;
  /** Whether who has decided gets no banner in the HTML. */
  spares?: boolean;
  /** How its framework is made to say where browser and server differ: a variant, and what builds and serves it if it is something else. */
  compares?: { variant?: string; build?: readonly string[]; serve?: readonly string[] };
  /** Whether it is part of `npm test`. */
  isTested?: boolean;
}

const NEXT_START = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", "PORT"];
/** Next.js puts the React that compares into no build: only its server for developers has it. */
const NEXT_DEV: App["compares"] = {
  variant: "compared",
  build: ["--eval", ""],
  serve: ["node_modules/next/dist/bin/next", "dev", "-H", "127.0.0.1", "-p", "PORT"],
};
const NG = "node_modules/@angular/cli/bin/ng.js";
const REACT_ROUTER_SERVE = ["node_modules/@react-router/serve/bin.cjs", "build/server/index.js"];
const SRVX = [
  "node_modules/srvx/bin/srvx.mjs",
  "--prod",
  "-s",
  "../client",
  "dist/server/server.js",
];

export const APPS: readonly App[] = [
  {
    name: "Next.js, app router",
    folder: "next",
    spares: true,
    page: "docs/nextjs.md",
    build: ["node_modules/next/dist/bin/next", "build"],
    serve: NEXT_START,
    isAhead: (_path, headers) => "next-router-prefetch" in headers,
    exported: { variant: "exported", folder: "out" },
    without: "without",
    weighs: { head: 4.9, asked: 12.9, accepted: 50.5, later: 10.1, refused: 8.2 },
    compares: NEXT_DEV,
    starters: [
      {
        name: "fresh",
        make: async (folder) =>
          (await import("../util/nextStarter.ts")).writeNextStarter(folder, "app-empty/ts"),
        serve: NEXT_START,
      },
    ],
    isTested: true,
  },
  {
    name: "Next.js, pages router",
    folder: "next-pages",
    packages: "next",
    spares: true,
    page: "docs/nextjs.md",
    build: ["node_modules/next/dist/bin/next", "build"],
    serve: NEXT_START,
    isAhead: (_path, headers) => /prefetch/.test(headers["sec-purpose"] ?? ""),
    exported: { variant: "exported", folder: "out" },
    without: "without",
    weighs: { head: 3.9, asked: 13, accepted: 51, later: 10.6, refused: 9.1 },
    weighsUnder: "What it weighs by the pages router",
    compares: NEXT_DEV,
    isWhole: true,
  },
  {
    name: "Astro, client router",
    folder: "astro",
    spares: true,
    page: "docs/astro.md",
    build: ["node_modules/astro/bin/astro.mjs", "build"],
    serve: ["dist/server/entry.mjs"],
    loads: ["static.hotjar.com"],
    isAhead: (path, headers) => path == "/" && headers["sec-fetch-dest"] != "document",
    built: "/built",
    exported: { variant: "exported", folder: "dist" },
    without: "without",
    weighs: { head: 4, asked: 17.9, accepted: 45.2, later: 15.5, refused: 14 },
    starters: [
      {
        name: "fresh",
        make: (folder) => writeFiles(folder, ASTRO),
        serve: [STATIC, "dist"],
        isLate: true,
      },
    ],
    isTested: true,
  },
  {
    name: "SvelteKit, adapter-node",
    folder: "sveltekit",
    spares: true,
    page: "docs/sveltekit.md",
    build: ["node_modules/vite/bin/vite.js", "build"],
    types: ["types"],
    serve: ["build/index.js"],
    loads: ["static.hotjar.com"],
    isAhead: (path) => path == "/__data.json",
    built: "/built",
    plain: "/plain",
    exported: { variant: "exported", folder: "build" },
    without: "without",
    weighs: { head: 3.8, asked: 18, accepted: 45.3, later: 15.7, refused: 14.2 },
    compares: {},
    starters: (["typescript", "none"] as const).map((types) => ({
      name: `fresh-${types}`,
      packages: "sveltekit2",
      make: async (folder: string) =>
        (await import("../util/svelteStarter.ts")).writeSvelteStarter(folder, types),
      serve: ["build/index.js"],
    })),
  },
  {
    name: "React Router, framework mode",
    folder: "react-router",
    spares: true,
    page: "docs/react-router.md",
    build: ["node_modules/@react-router/dev/bin.cjs", "build"],
    types: ["."],
    serve: REACT_ROUTER_SERVE,
    isAhead: (path) => path.endsWith(".data"),
    built: "/built/",
    without: "without",
    weighs: { head: 3.9, asked: 13.4, accepted: 42.5, later: 11, refused: 9.5 },
    exported: { variant: "exported", folder: "build/client" },
    compares: {},
    starters: [
      {
        name: "fresh",
        make: (folder) => writeFiles(folder, REACT_ROUTER),
        serve: REACT_ROUTER_SERVE,
      },
      {
        name: "edge",
        // Bundled for the conditions of Cloudflare's host, and served by Node.js.
        make: (folder) => writeFiles(folder, { ...CLOUDFLARE, "vite.config.ts": AS_WORKER }),
        serve: REACT_ROUTER_SERVE,
        isLate: true,
      },
    ],
  },
  {
    name: "TanStack Start, srvx",
    folder: "tanstack",
    spares: true,
    page: "docs/tanstack-start.md",
    build: ["node_modules/vite/bin/vite.js", "build"],
    types: ["."],
    serve: SRVX,
    isAhead: (path) => path.startsWith("/assets/routes-"),
    built: "/built",
    exported: { variant: "exported", folder: "dist/client" },
    without: "without",
    weighs: { head: 3.8, asked: 11.7, accepted: 40.8, later: 9.4, refused: 8 },
    compares: {},
    starters: [
      { name: "fresh", make: (folder) => writeFiles(folder, TANSTACK), serve: SRVX },
      {
        name: "fresh-nitro",
        make: (folder) => writeFiles(folder, TANSTACK_NITRO),
        serve: [".output/server/index.mjs"],
      },
    ],
  },
  {
    name: "Nuxt, Nitro for Node.js",
    folder: "nuxt",
    spares: true,
    page: "docs/nuxt.md",
    build: ["node_modules/nuxt/bin/nuxt.mjs", "build"],
    types: [".nuxt/tsconfig.app.json", ".nuxt/tsconfig.node.json", ".nuxt/tsconfig.server.json"],
    serve: [".output/server/index.mjs"],
    isAhead: (path) => path.startsWith("/_nuxt/pages."),
    built: "/built",
    kept: "/kept",
    reloads: true,
    loader: { from: ["/privacy", "Privacy"], to: ["/player", "Player"] },
    exported: {
      variant: "exported",
      folder: ".output/public",
      build: ["node_modules/nuxt/bin/nuxt.mjs", "generate"],
    },
    without: "without",
    weighs: { head: 3.8, asked: 11.6, accepted: 39, later: 9.3, refused: 7.8 },
    compares: { variant: "compared" },
    starters: [{ name: "fresh", make: writeNuxtStarter, serve: [".output/server/index.mjs"] }],
  },
  {
    name: "Angular, @angular/ssr",
    folder: "angular",
    spares: true,
    page: "docs/angular.md",
    build: [NG, "build"],
    serve: ["dist/server/server.mjs"],
    isAhead: (path) => path.startsWith("/home-"),
    built: "/built",
    without: "without",
    weighs: { head: 3.9, asked: 13.3, accepted: 44.3, later: 11, refused: 9.5 },
    exported: { variant: "exported", folder: "dist/browser" },
    compares: { build: [NG, "build", "--configuration", "development"] },
    starters: [
      {
        name: "fresh",
        make: (folder) => angularStarter(folder, {}),
        serve: [STATIC, "dist/shop/browser"],
        isLate: true,
      },
      {
        name: "fresh-ssr",
        make: (folder) => angularStarter(folder, { ssr: true }),
        serve: ["dist/shop/server/server.mjs"],
      },
    ],
    isWhole: true,
  },
];
