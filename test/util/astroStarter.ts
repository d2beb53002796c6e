/**
 * In the form of Astro's starters, which its generator fetches from GitHub and no package holds: their files and their ways
 * (withastro/astro, `examples/basics` and `examples/minimal`).
 */
export const ASTRO: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ type: "module", dependencies: { astro: "^7.2.4" } }),
  "tsconfig.json": '{ "extends": "astro/tsconfigs/strict" }\n',
  "astro.config.mjs": `// @ts-check
import { defineConfig } from 'astro/config';

// https://astro.build/config
export default defineConfig({});
`,
  "src/layouts/Layout.astro": `<!doctype html>
<html lang="nl">
\t<head>
\t\t<meta charset="utf-8" />
\t\t<link rel="icon" href="data:," />
\t\t<meta name="generator" content={Astro.generator} />
\t\t<title>Winkel</title>
\t</head>
\t<body>
\t\t<slot />
\t</body>
</html>
`,
  "src/pages/index.astro": `---
import Layout from '../layouts/Layout.astro';
---

<Layout>
\t<h1>Winkel</h1>
</Layout>
`,
};
