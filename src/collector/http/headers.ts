/** On every answer: nothing here is to be sniffed, framed, cached or run. */
const ALWAYS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "no-store",
};

/** Adds the headers of every answer, where the answer does not set its own. */
export function addHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(ALWAYS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}

/**
 * Lets a page of a known origin read the answer; nothing with credentials. A day is the longest that
 * browsers keep the answer to a preflight.
 */
export function corsHeaders(origin: string, preflight: boolean): [name: string, value: string][] {
  return [
    ["Vary", "Origin"],
    ["Access-Control-Allow-Origin", origin],
    ...(preflight ? PREFLIGHT : []),
  ];
}

const PREFLIGHT: [name: string, value: string][] = [
  ["Access-Control-Allow-Methods", "POST, PUT"],
  ["Access-Control-Allow-Headers", "Content-Type"],
  ["Access-Control-Max-Age", "86400"],
];
