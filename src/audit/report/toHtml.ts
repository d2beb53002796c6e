import { counted, countedAll } from "./counted.ts";
import type { Finding } from "../finding.ts";
import { RULES } from "../rules.ts";
import type { AuditReport, VisitReport } from "./auditReport.ts";
import { escapeMarkup as text } from "./escapeMarkup.ts";
import { REPORT_STYLE } from "./reportStyle.ts";
import { timeline } from "./timeline.ts";

/**
 * One page that needs nothing else and runs nothing: no script at all, and a policy that would stop any. All
 * that came from an audited page is shown as text.
 */
export function toHtml(report: AuditReport): string {
  const { counts, findings, kind, finished } = report;
  const sections = [
    section("Findings", findings.map(findingOf).join("") || "<p>Nothing was found.</p>"),
    report.visits?.length ? section("What happened", report.visits.map(visitOf).join("")) : "",
    report.accepted.length
      ? section("Accepted by the baseline", report.accepted.map(findingOf).join(""))
      : "",
    section(
      "Questions for a person",
      `<dl>${report.questions
        .map(
          ({ id, title, clause, question }) =>
            `<dt>${text(`${id} ${title}`)} <small>${text(clause)}</small></dt><dd>${text(question)}</dd>`,
        )
        .join("")}</dl>`,
    ),
    report.unread.length
      ? section(
          "Not read",
          list(
            report.unread.map(({ file, line, why }) => `${file}${line ? `:${line}` : ""} ${why}`),
          ),
        )
      : "",
    section("What this audit cannot see", list(report.blind)),
  ];
  const sum = `${countedAll(kind, counts)}${
    counts.accepted ? `, ${counts.accepted} accepted` : ""
  }${finished ? "" : ". Not finished"}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Consent audit of ${text(report.target)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>Consent audit</h1>
<p><strong>${text(report.target)}</strong><br>${text(report.at)} · Consentry ${text(report.library)}</p>
<p class="sum">${text(sum)}</p>
</header>
<main>
${sections.filter(Boolean).join("\n")}
</main>
</body>
</html>
`;
}

function section(title: string, content: string): string {
  return `<section><h2>${text(title)}</h2>${content}</section>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${text(line)}</li>`).join("")}</ul>`;
}

function findingOf({ level, rule, place, message, what, fix, evidence, id }: Finding): string {
  const where =
    "file" in place
      ? `${place.file}:${place.line}:${place.column}`
      : `${place.page} (${place.state})`;
  const shown = evidence
    ? `<details><summary>Evidence</summary><pre>${text(JSON.stringify(evidence, null, 2))}</pre></details>`
    : "";
  return `<article class="${level}"><h3><span>${level}</span> ${text(RULES[rule].title)}</h3>
<p class="where">${text(where)}</p><p>${text(message)}</p><pre>${text(what)}</pre>
<p><b>Fix:</b> ${text(fix)}</p>${shown}
<p class="clause">${text(RULES[rule].clause)} · <code>${text(rule)}</code> · <code>${text(id)}</code></p></article>`;
}

function visitOf(visit: VisitReport): string {
  const { page, state, verdict, took, requests, stored, screenshot } = visit;
  const picture = screenshot?.startsWith("data:image/")
    ? `<img src="${text(screenshot)}" alt="${text(`The page, ${state}`)}" width="480">`
    : "";
  const kept = stored.map(
    ({ medium, name, host, by, httpOnly, seconds }) =>
      `${medium} ${name} ${host} ${by}${httpOnly ? " HttpOnly" : ""}${
        seconds == null ? "" : ` ${Math.round(seconds / 86_400)} days`
      }`,
  );
  return `<details><summary>${text(`${page} · ${state}: ${verdict}, ${counted(requests.length, "request")} to others`)}</summary>
${picture}${timeline(requests, took)}${kept.length ? `<h4>Stored</h4>${list(kept)}` : "<p>Nothing is stored.</p>"}</details>`;
}
