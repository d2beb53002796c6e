import { MARK } from "../../policy/worker/openMeta.ts";

/** Directives that count in a header alone (CSP3 3.3). */
const HEADER_ONLY = /^(?:frame-ancestors|report-uri|report-to|sandbox)\b/;

/**
 * For the very start of a static page's head: asks for the service worker, then shuts the page by the policy of nobody's
 * consent. In the markup, because what a script puts there comes after the browser has looked ahead. The worker takes
 * it out of the pages that it serves. Until then the page starts no worker of its own: no header would cover it.
 */
export function policyHead(undecided: string, worker: string): string {
  const metas = undecided.split(", ").map((policy, index) => {
    const directives = policy
      .split("; ")
      .filter((directive) => !HEADER_ONLY.test(directive))
      .map((directive) =>
        index == 0 && directive.startsWith("worker-src ") ? "worker-src blob:" : directive,
      );
    const content = directives.join("; ").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return `<meta ${MARK} content="${content}">\n`;
  });
  const address = JSON.stringify(worker).replaceAll("<", "\\u003c");
  return (
    "<script>navigator.serviceWorker&&navigator.serviceWorker" +
    `.register(${address}).catch(function(){})</script>\n${metas.join("")}`
  );
}
