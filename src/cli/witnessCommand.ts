import { getRequestListener } from "@hono/node-server";
import { createServer } from "node:http";
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
`;

const OPTIONS = {
  name: "one",
  log: "many",
  key: "one",
  state: "one",
  host: "one",
  port: "one",
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
  const witness = createWitness({
    name,
    privateKey: keyFile(options.one("key") ?? "witness.pem"),
    logs: Array.from(logs, ([origin, keys]) => ({ origin, keys })),
    state: fileState(options.one("state") ?? "witness-state"),
  });
  const report = jsonReporter(Date.now, terminal.out);
  const listener = getRequestListener(witness.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 },
    (request, response) => void listener(request, response),
  );
  const hostname = options.one("host") ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.count("port", 8788), hostname, resolve);
  });
  const address = server.address();
  const port = typeof address == "object" && address ? address.port : 0;
  report({ level: "info", event: "key", vkey: witness.vkey });
  report({ level: "info", event: "listening", host: hostname, port });
  await terminal.asked;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  return EXIT.ok;
}
