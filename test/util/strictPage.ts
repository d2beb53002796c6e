import type { TestNetwork } from "../pages/server.ts";

/** The nonce of every strict page; a real site makes a new one for each answer. */
export const NONCE = "bm9uY2Utb2YtdGhlLXRlc3Rz";

/** What `docs/security.md` says that Consentry itself needs, with a nonce. */
export const OURS: readonly string[] = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  "connect-src 'self' https://collector.shop.test",
  "img-src 'self'", // The site's own icon: Firefox asks for it under the page's policy.
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types consentry",
];

/** Headers of a policy whose violations a stand-in collects too. */
export function policy(directives: readonly string[]): Record<string, string> {
  return {
    "content-security-policy": [...directives, "report-uri /csp", "report-to csp"].join("; "),
    "reporting-endpoints": 'csp="https://www.shop.test/csp"',
  };
}

/** What browsers sent to the stand-in for reports, as text. */
export function reports(network: TestNetwork): string[] {
  return network.log.entries().flatMap(({ path, body }) => (path == "/csp" ? [body] : []));
}

/** Keeps violations with errors. Comes first, so that nothing is missed. */
const OBSERVER = `<script nonce="${NONCE}">
  window.seen = { errors: [], events: [], ran: [] };
  addEventListener("error", (event) => seen.errors.push(String(event.message || "load " + event.target)));
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
    seen.errors.push(["violation", effectiveDirective, blockedURI, sample, sourceFile].join(" ")), true);
</script>`;

/** A page without inline code but what carries the nonce. */
export function strictHtml(head: string, body: string, lang = "nl"): string {
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title>
    ${OBSERVER}${head}<body><h1>Shop</h1>${body}</body></html>`;
}
