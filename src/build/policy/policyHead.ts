import { MARK } from "../../policy/worker/openMeta.ts";
import { escapeAttribute } from "../../lib/escapeAttribute.ts";

/** Directives that count in a header alone (CSP3 3.3). */
const HEADER_ONLY = /^(?:frame-ancestors|report-uri|report-to|sandbox)\b/;

/**
 * For the very start of a static page's head: asks for the service worker, then shuts the page by the policy of no one's
 * consent. In the markup, because what a script puts there comes after the browser has looked ahead. The worker takes
 * it out of the pages that it serves. Until then the page starts no worker of its own: no header would cover it.
 */
export function policyHead(undecided: string, worker: string, name: string): string {
  const metas = undecided.split(", ").map((policy, index) => {
    const directives = policy
      .split("; ")
      .filter((directive) => !HEADER_ONLY.test(directive))
      .map((directive) =>
        index == 0 && directive.startsWith("worker-src ") ? "worker-src blob:" : directive,
      );
    const content = escapeAttribute(directives.join("; "));
    return `<meta ${MARK} content="${content}">\n`;
  });
  const quoted = (text: string): string => JSON.stringify(text).replaceAll("<", "\\u003c");
  // A worker that sees no cookies hears of ours: when the page comes, when it takes the page, when the choice changes.
  return (
    "<script>(function(w){if(!w)return;function t(){if(w.controller)w.controller.postMessage({consentry:" +
    `document.cookie.split("; ").filter(function(c){return !c.indexOf(${quoted(`${name}=`)})})` +
    `.map(function(c){return c.slice(${name.length + 1})})})}` +
    `w.register(${quoted(worker)}).catch(function(){});t();w.addEventListener("controllerchange",t);` +
    'document.addEventListener("consentry:change",t)})(navigator.serviceWorker)</script>\n' +
    metas.join("")
  );
}
