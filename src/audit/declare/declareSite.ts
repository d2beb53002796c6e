import { readFile } from "node:fs/promises";
import { basename, relative } from "node:path";
import { unifiedDiff } from "../../lib/unifiedDiff.ts";
import type { ConfigFile } from "../initConfig.ts";
import { unseenText } from "../live/findUnseen.ts";
import type { VisitReport } from "../report/auditReport.ts";
import { replaceFile } from "../replaceFile.ts";
import type { AuditTerminal } from "../writeOut.ts";
import { compareDeclared } from "./compareDeclared.ts";
import type { OwnerFacts } from "./findOwner.ts";
import { renewConfig } from "./renewConfig.ts";

/** What a renewal is given. */
export interface DeclareOptions extends Omit<OwnerFacts, "asked"> {
  /** The configuration file. */
  path: string;
  home: string;
  visits: readonly VisitReport[];
  /** Writes nothing. */
  dry: boolean;
  /** Makes of a configuration what a page makes of it; throws for one with mistakes. */
  readConfig: (config: object) => Promise<unknown>;
  terminal: AuditTerminal;
}

/**
 * Compares the storage that a configuration declares with what was seen, prints the difference, and renews the file.
 * @returns what the file declares now, as findings name it.
 * @throws Error where the renewed configuration has mistakes: the file then stays as it was.
 */
export async function declareSite(options: DeclareOptions): Promise<ReadonlySet<string>> {
  const { path, visits, catalogue, recogniser, terminal, dry } = options;
  const asked = new Set(
    visits.flatMap(({ requests }) =>
      requests.flatMap(({ url, host, services }) => [
        ...services,
        recogniser.byAddress(url, host)?.id ?? "",
      ]),
    ),
  );
  const compared = compareDeclared(
    visits.flatMap(({ stored }) => stored),
    options.home,
    { ...options, asked },
  );
  const before = await readFile(path, "utf8");
  const ids = new Set(catalogue.map(({ id }) => id));
  const { config, done, byHand, settled } = renewConfig(
    JSON.parse(before) as ConfigFile,
    compared,
    (id) => ids.has(id),
  );
  if (done.length) await options.readConfig(config);
  const indent = /^([ \t]+)\S/m.exec(before)?.[1] ?? 2;
  const after = done.length
    ? JSON.stringify(config, null, indent) + (before.endsWith("\n") ? "\n" : "")
    : before;
  terminal.err(unifiedDiff(shown(path), before, after));
  for (const line of done) terminal.err(`${line}\n`);
  for (const line of byHand) terminal.err(`By hand: ${line}\n`);
  for (const unseen of compared.unseen) {
    terminal.err(`Declared and not seen: ${unseen.service}, ${unseenText(unseen)}\n`);
  }
  if (!done.length) terminal.err("Nothing is left to declare.\n");
  else if (dry) terminal.err(`${done.length} to declare in ${path}.\n`);
  else {
    await replaceFile(path, after);
    terminal.err(
      `${done.length} declared in ${path}. Put it on the site, raise revision so that visitors are asked about it, and renew the table of your policy: npx consentry declare --config ${path}\n`,
    );
  }
  return dry ? new Set() : settled;
}

/** As `git apply` takes it, where the file lies below the current folder. */
function shown(path: string): string {
  const below = relative(process.cwd(), path).replaceAll("\\", "/");
  return below.startsWith("..") ? basename(path) : below;
}
