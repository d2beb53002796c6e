/** Whether a host is one that a declaration names: itself, or after `*.` any host below it. */
export function matchesHost(declared: string, host: string): boolean {
  return declared.startsWith("*.") ? host.endsWith(declared.slice(1)) : host == declared;
}
