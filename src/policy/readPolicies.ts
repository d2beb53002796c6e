/** One policy: names of directives in lower case, in their order, each with its values. */
export type Directives = Map<string, readonly string[]>;

/** Directives whose values are not sources. */
const NO_SOURCES = /^(sandbox|report-uri|report-to|trusted-types|require-trusted-types-for)$/;

/**
 * Reads the value of a Content-Security-Policy header as browsers do (CSP3 2.2.1): policies between commas,
 * directives between semicolons; the first of a name counts. What cannot stand in a header is left out.
 */
export function readPolicies(text: string): Directives[] {
  return text
    .split(",")
    .map(readPolicy)
    .filter(({ size }) => size);
}

function readPolicy(text: string): Directives {
  const directives: Directives = new Map();
  for (const part of text.split(";")) {
    const [given = "", ...values] = part.split(/[\t\n\f\r ]+/).filter(Boolean);
    const name = given.toLowerCase();
    if (!/^[a-z0-9-]+$/.test(name) || directives.has(name)) continue;
    directives.set(
      name,
      values.filter((value) => /^[!-~]+$/.test(value)),
    );
  }
  return directives;
}

/** Writes one policy; a directive that lets no source through says so. */
export function writePolicy(directives: Directives): string {
  return [...directives]
    .map(([name, values]) => {
      const none = !values.length && !NO_SOURCES.test(name) && /-src|-uri$|-action$/.test(name);
      return [name, ...(none ? ["'none'"] : values)].join(" ");
    })
    .join("; ");
}

/** What a directive falls back to where it is missing (CSP3 6.8.3), itself first. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  "frame-src": ["child-src", "default-src"],
  "worker-src": ["child-src", "script-src", "default-src"],
  "base-uri": [],
  "form-action": [],
  "default-src": [],
};

/** The values that count for a directive, or undefined where the policy says nothing of it. */
export function valuesFor(policy: Directives, name: string): readonly string[] | undefined {
  for (const one of [name, ...(FALLBACKS[name] ?? ["default-src"])]) {
    const values = policy.get(one);
    if (values) return values;
  }
  return undefined;
}
