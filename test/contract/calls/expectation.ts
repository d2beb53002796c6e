/** What a vendor's script brings, and what it is told. */
export interface Told {
  /** Functions that the vendor's script brings. */
  vendor?: string[];
  returns?: Record<string, unknown>;
  /** Calls of those functions by `load`, by a `grant` after a withdrawal, and by `revoke`. */
  loaded?: unknown[][];
  granted?: unknown[][];
  revoked?: unknown[][];
}

/** What a vendor documents of its tag, for one service of the catalogue. */
export interface Expectation extends Told {
  options: object;
  /** Scripts that `load` asks for, in order: the address, or the address and its attributes. */
  scripts: (string | [string, Record<string, string>])[];
  /** What the window then holds, at the least, as `show` gives it. */
  window?: Record<string, unknown>;
  /** True: that is so when its script has run; the others hold it before the script is asked for. */
  late?: true;
  /** They are there before `load` (an agent that the server injects). */
  present?: true;
  /** What the window holds after `revoke`, where that is a queue or a flag. */
  after?: Record<string, unknown>;
  /** The same after a `grant` that follows. */
  again?: Record<string, unknown>;
}

/** The markup with which a page starts a service that brings no loader: one address, or nothing. */
export interface Declared extends Told {
  frame?: string;
  script?: string;
  style?: string;
}

/** When the tests run, in milliseconds since 1970. */
export const NOW = 1_700_000_000_000;
export const UUID = "01234567-89ab-cdef-0123-456789abcdef";
export const HEX32 = "0123456789abcdef0123456789abcdef";
