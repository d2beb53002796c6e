/** `consentry/vite`: the inline head in the pages of a Vite app. */
export { headPlugin as default, type HeadPluginOptions } from "../build/vite/headPlugin.ts";
