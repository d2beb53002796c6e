/** Version of the package; replaced by the build. */
declare const __VERSION__: string;
/** First 16 hex digits of SHA-256 over all sources; replaced by the build. */
declare const __BUILD__: string;

/** What the records call the library: whoever has the sources can tell which code asked. */
export const library: { version: string; build: string } = {
  version: typeof __VERSION__ == "string" ? __VERSION__ : "0.0.0",
  build: typeof __BUILD__ == "string" ? __BUILD__ : "source",
};
