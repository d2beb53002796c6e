/** Version of the package; replaced by the build. */
declare const __VERSION__: string;
/** First 16 hex digits of SHA-256 over all sources; replaced by the build. */
declare const __BUILD__: string;

/** Two values, because a page that decides nothing needs the first one only. */
export const version: string = typeof __VERSION__ == "string" ? __VERSION__ : "0.0.0";
const build: string = typeof __BUILD__ == "string" ? __BUILD__ : "source";

/** What the records call the library: anyone who has the sources can tell which code asked. */
export const library: { version: string; build: string } = { version, build };
