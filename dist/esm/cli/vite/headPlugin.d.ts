import type { Plugin } from "vite";
/** What the plugin is told. */
export interface HeadPluginOptions {
    /** The file that pages take by `data-config` (JSON), from Vite's root; or what it holds. */
    config: string | Readonly<Record<string, unknown>>;
    /**
     * Value of the element's `nonce`, or what the server replaces by it. Vite's own `html.cspNonce` does
     * as well.
     */
    nonce?: string;
}
/**
 * Puts the inline head into every page that Vite serves or builds: it releases what a returning visitor
 * permitted before the library has come (`docs/frameworks.md`). A mistake in the configuration ends the build
 * with its code and sentence; while developing, Vite shows it on the page.
 */
export declare function headPlugin({ config, nonce }: HeadPluginOptions): Plugin;
