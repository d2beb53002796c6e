import { matchesName } from "../../lib/matchesName.ts";

/** What the Open Cookie Database says of a name. */
export interface OpenCookie {
  /** `*` for any run of characters. */
  name: string;
  platform: string;
  /** `Analytics`, `Marketing`, `Functional`, `Security`, as the database calls it. */
  category: string;
  /** `"2 years"`, `session`, or any other words. */
  lifetime: string;
}

/** Reads `data/open-cookies.json`; empty for what is none. */
export function readOpenCookies(text: string): OpenCookie[] {
  const { cookies } = JSON.parse(text) as { cookies?: unknown };
  if (!Array.isArray(cookies)) return [];
  return (cookies as string[][]).map(
    ([name = "", platform = "", category = "", lifetime = ""]) => ({
      name,
      platform,
      category,
      lifetime,
    }),
  );
}

/** What the database says of a cookie or key: a name without a wildcard counts before one with. */
export function lookUp(name: string, cookies: readonly OpenCookie[]): readonly OpenCookie[] {
  const exact = cookies.filter((one) => one.name == name);
  return (exact.length ? exact : cookies.filter((one) => matchesName(one.name, name))).slice(0, 3);
}

/** The lifetime in the words of a configuration, where the database's are such. */
export function lifetimeOf([one]: readonly OpenCookie[]): string {
  const words = one?.lifetime.toLowerCase() ?? "";
  return /^(?:session|persistent|\d+ (?:minute|hour|day|week|month|year)s?)$/.test(words)
    ? words
    : "…";
}
