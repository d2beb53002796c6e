/**
 * Whether a page is where a site is made (this machine), or its owner asks for a check by the address
 * (`#consentry-check`). A visitor's browser fetches and does nothing of it.
 */
export const isWorkbench = ({ hostname, hash }: Location): boolean =>
  hash == "#consentry-check" || /(^|\.)localhost$|^127\.|^\[::1]$/.test(hostname);
