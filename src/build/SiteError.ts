/**
 * A site's files cannot be generated. The message is for the site's owner and starts with a code. Where the generator
 * runs decides what follows: a command turns `kind` into its exit code, a build shows the message and ends.
 */
export class SiteError extends Error {
  /** `config`: the configuration has mistakes; `usage`: the call is wrong; `environment`: something is not there. */
  readonly kind: "config" | "usage" | "environment";

  constructor(kind: SiteError["kind"], message: string) {
    super(message);
    this.name = "SiteError";
    this.kind = kind;
  }
}
