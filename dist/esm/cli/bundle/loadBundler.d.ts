/** As much of esbuild as we use. */
export interface Bundler {
    build(options: Readonly<Record<string, unknown>>): Promise<{
        outputFiles: {
            path: string;
            contents: Uint8Array;
        }[];
    }>;
}
/** The site's own esbuild, or the one beside this package: only this command needs it. */
export declare function loadBundler(folder: string): Promise<Bundler>;
