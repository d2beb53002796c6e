import { RULES } from "../rules.ts";
import type { AuditReport } from "./auditReport.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * The report as SARIF 2.1.0 (OASIS), which code hosts turn into remarks on lines.
 *
 * @param base Path of the audited folder below the repository's root, with `/` at its end, or empty.
 */
export function toSarif(report: AuditReport, base: string): object {
  const used = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "consentry audit",
            version: report.library,
            semanticVersion: report.library,
            informationUri: "https://www.npmjs.com/package/consentry",
            rules: used.map((id) => ({
              id,
              shortDescription: { text: RULES[id].title },
              help: { text: RULES[id].clause },
              properties: { tags: ["privacy", "consent"] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: report.finished, endTimeUtc: report.at }],
        results: report.findings.map(({ id, rule, level, place, message, fix, what }) => ({
          ruleId: rule,
          ruleIndex: used.indexOf(rule),
          level,
          message: { text: `${message} ${fix}` },
          partialFingerprints: { "consentry/v1": id },
          properties: { what },
          locations: [
            "file" in place
              ? {
                  physicalLocation: {
                    artifactLocation: { uri: encodeURI(base + place.file), uriBaseId: "%SRCROOT%" },
                    region: {
                      startLine: place.line,
                      startColumn: place.column,
                      endLine: place.endLine,
                      endColumn: place.endColumn,
                    },
                  },
                }
              : {
                  physicalLocation: { artifactLocation: { uri: place.page } },
                  logicalLocations: [{ name: place.state, kind: "state" }],
                },
          ],
        })),
      },
    ],
  };
}
