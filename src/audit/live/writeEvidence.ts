import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditReport } from "../report/auditReport.ts";
import { toHtml } from "../report/toHtml.ts";

/**
 * Writes a folder that can be handed over: the report for people and for programs, each request as a line, the
 * pictures, and a manifest with the SHA-256 of every file.
 *
 * @param sign Adds the signature of a key to the manifest's text, or gives it back as it is.
 */
export async function writeEvidence(
  folder: string,
  report: AuditReport,
  sign: (text: string) => string,
): Promise<void> {
  await mkdir(join(folder, "pictures"), { recursive: true });
  const files = new Map<string, string | Buffer>([["report.html", toHtml(report)]]);
  const visits = report.visits?.map((visit, index) => {
    if (!visit.screenshot) return visit;
    const name = `pictures/${String(index + 1).padStart(3, "0")}.jpg`;
    files.set(name, Buffer.from(visit.screenshot.split(",")[1] ?? "", "base64"));
    return { ...visit, screenshot: name };
  });
  files.set(
    "report.json",
    `${JSON.stringify({ ...report, ...(visits && { visits }) }, null, 2)}\n`,
  );
  const lines = (report.visits ?? []).flatMap(({ page, state, requests }) =>
    requests.map((request) => JSON.stringify({ page, state, ...request })),
  );
  files.set("requests.ndjson", lines.map((line) => `${line}\n`).join(""));
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  const hashes = [...files].map(
    ([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`,
  );
  const text = `consentry audit evidence/1\n${report.at}\n${hashes.sort().join("")}`;
  await writeFile(join(folder, "manifest.txt"), sign(text));
}
