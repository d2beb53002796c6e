import type { RequestReport } from "./auditReport.ts";
import { escapeMarkup as text } from "./escapeMarkup.ts";

const MOST = 200; // rows

/** When which host was asked, as a table with a bar: it can be printed, and read aloud. */
export function timeline(requests: readonly RequestReport[], took: number): string {
  if (!requests.length) return "<p>No other host was asked.</p>";
  const rows = requests
    .slice(0, MOST)
    .map(({ at, method, url, type, services, held, initiator }) => {
      const left = Math.min(98, Math.max(0, Math.round((at / Math.max(took, 1)) * 100)));
      return `<tr><td>${Math.round(at)} ms</td><td class="line"><i style="margin-left:${left}%"></i></td><td>${text(
        `${method} ${url}`,
      )}</td><td>${text(type)}</td><td>${text(services.join(", "))}</td><td>${held ? "held" : "sent"}</td><td>${text(
        initiator,
      )}</td></tr>`;
    });
  const more = requests.length - rows.length;
  return `<table><thead><tr><th>At</th><th>Time line</th><th>Request</th><th>Type</th><th>Service</th><th>Held</th><th>Begun by</th></tr></thead><tbody>${rows.join(
    "",
  )}</tbody></table>${more > 0 ? `<p>… and ${more} more</p>` : ""}`;
}
