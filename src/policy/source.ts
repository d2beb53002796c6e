/** One source expression of a Content Security Policy (CSP3 2.3.1), read. */
export type Source =
  | { kind: "any" }
  | { kind: "scheme"; scheme: string }
  /** `'self'`, `'unsafe-inline'` … in lower case, without the quotes. */
  | { kind: "keyword"; word: string }
  /** A nonce or a hash, as it is written. */
  | { kind: "token"; text: string }
  | HostSource;

export interface HostSource {
  kind: "host";
  /** `https`, or empty where the page's own counts. */
  scheme: string;
  /** Whether it begins with `*.`. */
  wild: boolean;
  host: string;
  /** Digits, `*`, or empty for the scheme's own. */
  port: string;
  /** Empty, or with its slash. */
  path: string;
}

const KEYWORDS = new Set(
  (
    "self unsafe-inline unsafe-eval wasm-unsafe-eval unsafe-hashes strict-dynamic report-sample " +
    "unsafe-allow-redirects inline-speculation-rules trusted-types-eval report-sha256 report-sha384 report-sha512"
  ).split(" "),
);

/** Reads one source expression; null for what no browser understands, which lets nothing through. */
export function readSource(text: string): Source | null {
  if (text == "*") return { kind: "any" };
  const quoted = /^'(.*)'$/.exec(text)?.[1];
  if (quoted !== undefined) {
    const word = quoted.toLowerCase();
    if (KEYWORDS.has(word)) return { kind: "keyword", word };
    return /^(?:nonce-|sha(?:256|384|512)-)[A-Za-z0-9+/_-]+={0,2}$/i.test(quoted)
      ? { kind: "token", text }
      : null;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(text)?.[1];
  if (scheme) return { kind: "scheme", scheme: scheme.toLowerCase() };
  const parts =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*\.)?([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d{1,5}|\*))?(\/[\w!&()*+=:@%~./-]*)?$/i.exec(
      text,
    );
  if (!parts || Number(parts[4]) > 65_535) return null;
  return {
    kind: "host",
    scheme: (parts[1] ?? "").toLowerCase(),
    wild: !!parts[2],
    host: parts[3]!.toLowerCase(),
    port: parts[4] ?? "",
    path: parts[5] ?? "",
  };
}

/**
 * Whether everything that `narrow` lets through is let through by `wide` too, on every page. Where that depends on
 * the page (a source without a scheme) the answer is no.
 */
export function covers(wide: Source, narrow: Source): boolean {
  if (wide.kind == "token") return narrow.kind == "token" && wide.text == narrow.text;
  if (narrow.kind == "token") return false;
  if (wide.kind == "keyword") return narrow.kind == "keyword" && wide.word == narrow.word;
  if (wide.kind == "any") {
    if (narrow.kind == "keyword") return narrow.word == "self";
    if (narrow.kind == "scheme") return /^(https?|wss?)$/.test(narrow.scheme);
    return narrow.kind == "any" || /^(|https?|wss?)$/.test(narrow.scheme);
  }
  if (narrow.kind == "keyword" || narrow.kind == "any") return false;
  if (!coversScheme(wide.scheme, narrow.scheme)) return false;
  if (wide.kind == "scheme") return true;
  return (
    narrow.kind == "host" &&
    coversHost(wide, narrow) &&
    (wide.port == "*" || wide.port == narrow.port) &&
    coversPath(wide.path, narrow.path)
  );
}

/** Whether some address is let through by both, whatever its kind of request. */
export function overlaps(a: HostSource, b: HostSource): boolean {
  const within = (wide: HostSource, narrow: HostSource): boolean => {
    const name = `.${narrow.host}`;
    return wide.wild ? name.endsWith(`.${wide.host}`) && name != `.${wide.host}` : false;
  };
  const same = a.host == b.host && a.wild == b.wild;
  if (!same && !within(a, b) && !within(b, a)) return false;
  // A scheme or a port that is left out may be any: they are not what tells vendors apart. Paths are.
  return !a.path || !b.path || coversPath(a.path, b.path) || coversPath(b.path, a.path);
}

/** CSP3 6.7.2.9: a safer scheme counts as the one that is named. */
function coversScheme(wide: string, narrow: string): boolean {
  return (
    wide == narrow ||
    (wide == "http" && narrow == "https") ||
    (wide == "ws" && /^(wss|https?)$/.test(narrow)) ||
    (wide == "wss" && narrow == "https")
  );
}

function coversHost(wide: HostSource, narrow: HostSource): boolean {
  if (!wide.wild) return !narrow.wild && wide.host == narrow.host;
  return `.${narrow.host}`.endsWith(`.${wide.host}`) && (narrow.wild || narrow.host != wide.host);
}

function coversPath(wide: string, narrow: string): boolean {
  return !wide || wide == narrow || (wide.endsWith("/") && narrow.startsWith(wide));
}
