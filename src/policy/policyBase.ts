import type { HostKind } from "../core/config/service.ts";

/** What a site's policy holds beside consent. Everything may be left out. */
export interface PolicyBase {
  /**
   * The site's own Content-Security-Policy, as its header's text. What is made is never wider: a source that this does
   * not let through is left out and reported. Default: none, and the page's own origin is let through.
   */
  policy?: string;
  /**
   * Hosts of the site's own that no consent governs, by kind: `{ image: ["cdn.acme.example"] }`. Those that stand in
   * `policy` need not be named again.
   */
  allow?: Partial<Record<HostKind, readonly string[]>>;
  /** The nonce of this response's inline scripts, without `nonce-`. It lets inline code run, and opens no host. */
  nonce?: string;
  /** Hashes of inline scripts, `sha256-…`. */
  hashes?: readonly string[];
  /**
   * Whether inline code may run where `policy` says nothing of it: `"style"` style attributes and elements (they can
   * fetch nothing that `img-src` and `font-src` do not let through), `"all"` scripts too, `"none"` neither.
   * Default `"style"`.
   */
  inline?: "none" | "style" | "all";
  /**
   * Demands Trusted Types: true, or with names of further policies beside Consentry's own. Default false, because many
   * vendors' scripts fail under it.
   */
  trustedTypes?: boolean | readonly string[];
  /** Only reports what would be stopped; the site's own `policy` stays in force. Default false. */
  reportOnly?: boolean;
  /** Where browsers report to: the name of a group (`Reporting-Endpoints`), an address, or both. */
  report?: { to?: string; uri?: string };
  /**
   * Addresses that links and forms of the page lead to, as URL patterns (`"https://shop.example/*"`). Where they are
   * given, even empty, Chromium also gets a `Connection-Allowlist`, which stops every connection, **and every link**,
   * to what is named nowhere.
   */
  links?: readonly string[];
}

/** Headers for one state, and how they came about. */
export interface Policy {
  /** Names in lower case with their values, ready to be set. */
  headers: Readonly<Record<string, string>>;
  /** Value of the Content-Security-Policy alone: one policy, or several between commas, all of which count. */
  text: string;
  /** The policy that consent makes, by directive. */
  directives: Readonly<Record<string, readonly string[]>>;
  /** What could not be made as it was asked for; each leaves something blocked. */
  problems: readonly { code: string; at: string; message: string }[];
}
