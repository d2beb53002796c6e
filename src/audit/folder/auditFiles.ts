import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { version } from "../../engine/library.ts";
import { parseBaseline, sift, writeBaseline } from "../baseline.ts";
import { initConfig, type ConfigFile } from "../initConfig.ts";
import type { Knowledge } from "../markup/judge.ts";
import { makeReport } from "../report/makeReport.ts";
import { type AuditTerminal, type Format, formatReport, writeOut } from "../writeOut.ts";
import { auditFolder, type FolderReport } from "./auditFolder.ts";
import { fixFolder } from "./fixFolder.ts";

/** How a folder is audited and what becomes of the findings. */
export interface FilesOptions {
  known: Knowledge;
  format: Format;
  /** Where the configuration is, or is to be written. */
  config: string;
  out: string | undefined;
  baseline: string | undefined;
  writeBaseline: string | undefined;
  fix: boolean;
  dry: boolean;
  init: boolean;
  terminal: AuditTerminal;
}

const QUARTER_MS = 90 * 86_400_000; // How long a new baseline holds unless a person says otherwise.

/**
 * Audits a folder, marks and writes what was asked for, and reports.
 * @returns whether anything is left to do.
 */
export async function auditFiles(folder: string, options: FilesOptions): Promise<boolean> {
  const { terminal } = options;
  const now = new Date();
  const accepted = options.baseline ? parseBaseline(await readFile(options.baseline, "utf8")) : [];
  const found = await auditFolder(folder, { known: options.known });
  const sifted = sift(found.findings, accepted, now.toISOString().slice(0, 10));
  if (options.fix) {
    const fixed = await fixFolder(folder, sifted.open, options.dry);
    terminal.err(fixed.diff);
    const many = `${fixed.findings.size} of ${sifted.open.length} findings in ${fixed.files} files`;
    terminal.err(options.dry ? `${many} can be marked.\n` : `${many} are marked now.\n`);
    if (!options.dry) sifted.open = sifted.open.filter(({ id }) => !fixed.findings.has(id));
  }
  if (options.init) await init(folder, found, options);
  if (options.writeBaseline) {
    const until = new Date(now.getTime() + QUARTER_MS).toISOString().slice(0, 10);
    await writeFile(options.writeBaseline, writeBaseline(sifted.open, until));
  }
  const report = makeReport(sifted, {
    library: version,
    at: now.toISOString(),
    target: folder,
    kind: "files",
    finished: true,
    unread: found.unread,
    files: found.files,
    pages: found.pages,
  });
  const base = relative(process.cwd(), resolve(folder)).replaceAll("\\", "/");
  await writeOut(
    formatReport(report, options.format, base && !base.startsWith("..") ? `${base}/` : ""),
    options.out,
    terminal,
  );
  return report.counts.errors + report.counts.warnings > 0;
}

async function init(folder: string, found: FolderReport, options: FilesOptions): Promise<void> {
  const { terminal, config: path, dry } = options;
  const existing = existsSync(path)
    ? (JSON.parse(await readFile(path, "utf8")) as ConfigFile)
    : null;
  const name = basename(resolve(folder));
  const { config, added, started } = initConfig(existing, found.services, name, !options.fix);
  const text = `${JSON.stringify(config, null, 2)}\n`;
  if (dry) terminal.err(text);
  else if (added.length || !existing) await writeFile(path, text);
  const says = [
    `${dry ? "Would write" : "Wrote"} ${added.length} services to ${path}: ${added.join(", ") || "none"}.`,
  ];
  if (!existing) says.push("Write your organisation's name into controller.name.");
  if (started.length) {
    says.push(
      `The library starts ${started.join(", ")} itself: delete their snippets from the pages.`,
    );
  }
  if (!found.hasLibrary) {
    says.push(
      'Load the library on each page: <script defer src="/consentry/consentry.js" data-config="/consent.json"></script>',
    );
  }
  terminal.err(`${says.join("\n")}\n`);
}
