import { html, raw } from "hono/html";
import { dayChart, nothing, shareBar, type Markup } from "./charts.ts";
import type { Found } from "./findRecords.ts";
import { STYLE_ELEMENT } from "./ownerStyle.ts";
import { KINDS, type Banner, type Summary } from "./summarise.ts";

/** What is shown and what was asked for. */
export interface OwnerView {
  summary: Summary;
  /** Records that were asked for by an id; null where none was. */
  found: readonly Found[] | null;
  /** Sites with decisions in the period. */
  sites: readonly string[];
  days: number;
  site: string;
  /** Name and size of the log. */
  origin: string;
  size: number;
}

/** Periods that can be chosen, in days. */
export const PERIODS = [7, 30, 90, 365] as const;

/** The owner's read-only page: figures and plots out of sums, and one visitor's records by an id. */
export function ownerPage(view: OwnerView): Markup {
  const { summary } = view;
  const all = KINDS.reduce((sum, kind) => sum + summary.total[kind], 0);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Consent decisions</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <h1>Consent decisions</h1>
        ${choices(view)}
        <nav aria-label="Pages"><a href="owner/leaks">What left the pages without consent</a></nav>
        <h2>Per day</h2>
        <ul class="key">
          ${KINDS.map(
            (kind) =>
              html`<li>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect class="${kind}" width="10" height="10" />
                </svg>
                ${summary.total[kind]} ${kind}
              </li>`,
          )}
        </ul>
        ${all ? dayChart("Decisions per day", KINDS, summary.days) : html`<p>No decision in this period.</p>`}
        <h2>Acceptance per category</h2>
        <div class="scroll">
          <table>
            <tr>
              <th>Category</th>
              <th>Accepted</th>
              <th>Answers</th>
            </tr>
            ${Array.from(
              summary.categories,
              ([id, share]) =>
                html`<tr>
                  <td>${id}</td>
                  <td>${shareBar(share)}</td>
                  <td class="n">${share.yes + share.no}</td>
                </tr>`,
            )}
          </table>
        </div>
        <h2>Acceptance per banner version</h2>
        ${bannerTable(summary.banners, [...summary.categories.keys()])}
        <h2>One visitor</h2>
        <form>
          <label
            >Consent id or record id, as the receipt shows them
            <input name="id" required maxlength="64" spellcheck="false" autocomplete="off"
          /></label>
          <button>Find</button>
        </form>
        ${view.found ? recordList(view.found) : nothing}
        <h2>The log</h2>
        <p>
          ${view.origin}: ${view.size} entries. <a href="checkpoint">Newest checkpoint</a> ·
          <a href="keys">Keys</a>
        </p>
        <p>
          Days are UTC. The sums stay when the text of records is erased. “Text not in the log”: the
          decision names a banner whose snapshot nobody has sent.
        </p>
      </body>
    </html>`;
}

/** Links to the same page for each period and site that may be chosen. */
export function choices(view: { days: number; site: string; sites: readonly string[] }): Markup {
  return html`<nav aria-label="Period">
      ${PERIODS.map((days) => link(view, { days }, `${days} days`, days == view.days))}
    </nav>
    <nav aria-label="Site">
      ${
        view.sites.length > 1
          ? ["", ...view.sites].map((site) =>
              link(view, { site }, site || "All sites", site == view.site),
            )
          : nothing
      }
    </nav>`;
}

/** A link to the same page for another period or site. */
function link(
  view: { days: number; site: string },
  change: { days?: number; site?: string },
  text: string,
  current: boolean,
): Markup {
  const query = new URLSearchParams({
    days: String(change.days ?? view.days),
    site: change.site ?? view.site,
  });
  const here = current ? raw(' aria-current="true"') : nothing;
  return html`<a href="?${query.toString()}" ${here}>${text}</a>`;
}

function recordList(found: readonly Found[]): Markup {
  if (!found.length) {
    return html`<p role="status">
      There is no record with this id: it is mistyped, was erased, or never arrived.
    </p>`;
  }
  return html`${found.map(
    ({ heading, facts, shown, verdict }) =>
      html`<h3>${heading}</h3>
        <dl>
          ${[...facts, ["Kept as", verdict] as const].map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        ${
          shown
            ? html`<pre>${shown.join("\n")}</pre>`
            : html`<p>The text of what was shown is not in the log.</p>`
        }`,
  )}`;
}

function bannerName(notice: string): Markup {
  if (notice == "other") return html`other versions`;
  return notice ? html`<code>${notice.slice(0, 12)}</code>` : html`text not in the log`;
}

function bannerTable(banners: readonly Banner[], ids: readonly string[]): Markup {
  const rows = banners.map(
    (banner) =>
      html`<tr>
        <td>${bannerName(banner.notice)}</td>
        <td>${banner.firstDay} – ${banner.lastDay}</td>
        <td class="n">${banner.decisions}</td>
        ${ids.map((id) => html`<td>${banner.categories.has(id) ? shareBar(banner.categories.get(id)!) : "–"}</td>`)}
      </tr>`,
  );
  return html`<div class="scroll">
    <table>
      <tr>
        <th>Version (hash)</th>
        <th>Seen</th>
        <th>Decisions</th>
        ${ids.map((id) => html`<th>${id}</th>`)}
      </tr>
      ${rows}
    </table>
  </div>`;
}
