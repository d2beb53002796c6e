import { readPolicies, writePolicy } from "../readPolicies.ts";

/** What governs an inline script, the nearest first (CSP3 6.8.3). */
const SCRIPT = ["script-src-elem", "script-src", "default-src"];
/** Beside one of these `'unsafe-inline'` counts for nothing (CSP3 6.7.3.2). */
const EXACT = /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic'$)/i;

/**
 * Lets one inline script through a policy that would stop it, by its hash. A policy that lets it through already, by its nonce or
 * because it allows all inline code, stays as it is: a hash would block the other inline code.
 *
 * @param text value of a Content-Security-Policy
 * @param hash the script's, `sha256-…`
 * @param nonce the script's, if it has one
 */
export function admitScript(text: string, hash: string, nonce?: string): string {
  const policies = readPolicies(text);
  let isChanged = false;
  for (const policy of policies) {
    const name = SCRIPT.find((one) => policy.has(one));
    const values = (name && policy.get(name)) || [];
    const isOpen =
      values.includes(`'nonce-${nonce}'`) ||
      (values.includes("'unsafe-inline'") && !values.some((value) => EXACT.test(value)));
    if (!name || isOpen) continue;
    isChanged = true;
    policy.set(name == "default-src" ? "script-src" : name, [
      ...values.filter((value) => value != "'none'"),
      `'${hash}'`,
    ]);
  }
  return isChanged ? policies.map(writePolicy).join(", ") : text;
}
