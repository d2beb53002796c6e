import { keepPrivate, openToOthers } from "../collector/node/privateFiles.ts";
import { serve } from "../collector/node/serve.ts";
import { keyFile } from "../collector/note/keyFile.ts";
import { jsonReporter } from "../collector/report.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";
import { nodePrimitives } from "../verify/nodePrimitives.ts";
import { readKey, type VerifierKey } from "../verify/openNote.ts";
import { createWitness } from "../witness/createWitness.ts";
import { fileState } from "../witness/witnessState.ts";

const HELP = `consentry witness --name NAME --log VKEY [options]

Watches logs for others, on a host of its own: cosigns a checkpoint only when it
is proven to add to the one before it (C2SP tlog-witness).

  --name NAME         name of the witness, best an address without its scheme
  --log VKEY          key of a log to watch; may be repeated
  --key FILE          private key, made when there is none (default witness.pem)
  --state DIRECTORY   what was cosigned last; keep it (default witness-state)
  --host ADDRESS      where to listen (default 127.0.0.1)
  --port NUMBER       (default 8788)
  --proxies NUMBER    how many proxies in front set X-Forwarded-For (default 0)
  --trust NETWORK     a proxy's network that is not private; may be repeated
`;

const OPTIONS = {
  name: "one",
  log: "many",
  key: "one",
  state: "one",
  host: "one",
  port: "one",
  proxies: "one",
  trust: "many",
  help: "flag",
} as const;

/** `consentry witness`: runs until it is asked to end. */
export async function witnessCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const name = options.one("name");
  if (!name || /[\s+]/.test(name)) {
    throw new CommandError(EXIT.usage, "--name is needed, without spaces or plus.");
  }
  const logs = new Map<string, VerifierKey[]>();
  for (const vkey of options.many("log")) {
    const key = readKey(vkey, nodePrimitives.sha256);
    if (!key) throw new CommandError(EXIT.usage, "--log is not a verifier key (name+id+key).");
    // The name of a log's key is its origin (C2SP tlog-checkpoint, "Signatures").
    logs.set(key.name, [...(logs.get(key.name) ?? []), key]);
  }
  if (!logs.size) throw new CommandError(EXIT.usage, "At least one --log is needed.");
  keepPrivate();
  const keyPath = options.one("key") ?? "witness.pem";
  const report = jsonReporter(Date.now, terminal.out);
  for (const file of openToOthers([keyPath])) {
    report({ level: "warn", event: "file-open-to-others", file });
  }
  const witness = createWitness({
    name,
    privateKey: keyFile(keyPath),
    logs: Array.from(logs, ([origin, keys]) => ({ origin, keys })),
    state: fileState(options.one("state") ?? "witness-state"),
  });
  const hostname = options.one("host") ?? "127.0.0.1";
  const serving = await serve(witness.fetch, {
    port: options.count("port", 8788),
    hostname,
    proxies: options.count("proxies", 0),
    trust: options.many("trust"),
    report,
  });
  report({ level: "info", event: "key", vkey: witness.vkey });
  report({ level: "info", event: "listening", host: hostname, port: serving.port });
  await terminal.asked;
  await serving.close();
  return EXIT.ok;
}
