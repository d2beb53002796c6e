import { html } from "hono/html";
import { dayChart, type Markup } from "./charts.ts";
import { choices } from "./ownerPage.ts";
import { STYLE_ELEMENT } from "./ownerStyle.ts";
import { VERDICTS, type Leak, type LeakSummary } from "./sumLeaks.ts";

/** What is shown and what was asked for. */
export interface LeakView {
  summary: LeakSummary;
  sites: readonly string[];
  site: string;
  days: number;
}

const WORDS = {
  leak: "of a declared service that was not permitted",
  stranger: "of what is declared nowhere",
};

/** The owner's page of what the leak monitor saw: over time, by release and host. */
export function leakPage(view: LeakView): Markup {
  const { total, days, releases } = view.summary;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>What left the pages without consent</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <nav aria-label="Pages"><a href="../owner">Consent decisions</a></nav>
        <h1>What left the pages without consent</h1>
        ${choices(view)}
        <h2>Per day</h2>
        <ul class="key">
          ${VERDICTS.map(
            (verdict) =>
              html`<li>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect class="${verdict}" width="10" height="10" />
                </svg>
                ${total[verdict]} ${WORDS[verdict]}
              </li>`,
          )}
        </ul>
        ${
          total.leak + total.stranger
            ? dayChart("Sightings per day", VERDICTS, days)
            : html`<p>The leak monitor saw nothing in this period.</p>`
        }
        ${releases.map(
          ({ release, leaks }) =>
            html`<h2>Release ${release ? html`<code>${release}</code>` : "without a name"}</h2>
              ${leakTable(leaks)}`,
        )}
        <p>
          Each line is a sample: as many page views as the pages say in <code>data-sample</code>.
          Numbers in paths and names are left out on the page already. Days are UTC.
        </p>
      </body>
    </html>`;
}

function leakTable(leaks: readonly Leak[]): Markup {
  return html`<div class="scroll">
    <table>
      <tr>
        <th>Host, or name of a cookie or key</th>
        <th>Kind</th>
        <th>Service</th>
        <th>Pages</th>
        <th>Seen</th>
        <th class="n">Times</th>
      </tr>
      ${leaks.map(
        ({ what, kind, service, pages, firstDay, lastDay, n }) =>
          html`<tr>
            <td><code>${what}</code></td>
            <td>${kind}</td>
            <td>${service || "declared nowhere"}</td>
            <td>${pages.map((page) => html`<code>${page}</code> `)}</td>
            <td class="d">${firstDay == lastDay ? firstDay : `${firstDay} – ${lastDay}`}</td>
            <td class="n">${n}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}
