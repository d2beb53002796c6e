/** What a site says of a tool that it used before. */
export interface MigrationOptions {
  /**
   * The tool's names and the ids here, as in `data-consent`: `{ C0002: "performance" }`. What is not
   * named is not imported, and markup that needs it stays blocked.
   */
  map: Readonly<Record<string, string>>;
  /**
   * From a script tag, `true`: the tool's links, calls and events go on working (`docs/migrating.md`). From npm, spread
   * the result and add the shim: `{ ...cookiebot({ map }), shim: cookiebotShim }`. Default false.
   */
  shim?: boolean;
}

/** The same for a tool whose cookie a site may have renamed. */
export interface NamedOptions extends MigrationOptions {
  /** Name of its cookie or storage key, where the site has changed it. */
  name?: string;
}
