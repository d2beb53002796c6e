import { w as writeDurably, g as getRequestListener } from './writeDurably.js';
import { createServer } from 'node:http';
import { a as sha256, k as keyFile } from './keyFile.js';
import { j as jsonReporter } from './report.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { r as readOptions } from './readOptions.js';
import { f as fromBase64, r as readCheckpoint, o as openNote, n as nodePrimitives, e as equal, i as isConsistent, a as readKey } from './readCheckpoint.js';
import { sign } from 'node:crypto';
import { r as rawPublicKey, k as keyId, v as vkeyOf } from './signer.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'node:http2';
import 'node:stream';
import 'node:util';

const MOST = 63;
function parseAddCheckpoint(body) {
  const end = body.indexOf("\n\n");
  if (end < 0) return null;
  const [first = "", ...lines] = body.slice(0, end).split("\n");
  const [, digits] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const old = Number(digits);
  const proof = lines.map(fromBase64).filter((hash) => hash?.length == 32);
  if (digits == null || !Number.isSafeInteger(old)) return null;
  if (proof.length != lines.length || lines.length > MOST) return null;
  return { old, proof, note: body.slice(end + 2) };
}

const originHash = (origin) => sha256(origin).toString("hex");
function fileState(directory) {
  const path = (origin) => join(directory, originHash(origin));
  return {
    read(origin) {
      try {
        return readFileSync(path(origin), "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code == "ENOENT") return null;
        throw error;
      }
    },
    write: (origin, note) => writeDurably(path(origin), note)
  };
}

const COSIGNATURE = 4;
const LARGEST = 65536;
function createWitness(options) {
  const { name, privateKey, state, now = Date.now } = options;
  const publicKey = rawPublicKey(privateKey);
  const id = keyId(name, COSIGNATURE, publicKey);
  const logs = new Map(options.logs.map((log) => [log.origin, log]));
  let busy = Promise.resolve();
  const cosign = (text) => {
    const time = Math.floor(now() / 1e3);
    const stamp = Buffer.alloc(8);
    stamp.writeBigUInt64BE(BigInt(time));
    const signature = sign(null, Buffer.from(`cosignature/v1
time ${time}
${text}`), privateKey);
    return `\u2014 ${name} ${Buffer.concat([id, stamp, signature]).toString("base64")}
`;
  };
  const latest = (origin) => {
    const note = state.read(origin);
    if (note == null) return { origin, size: 0, root: nodePrimitives.sha256(new Uint8Array()) };
    const checkpoint = readCheckpoint(note.slice(0, note.lastIndexOf("\n\n") + 1));
    if (!checkpoint) throw new Error("the witness's own state is damaged");
    return checkpoint;
  };
  const add = async (body) => {
    const asked = parseAddCheckpoint(body);
    const origin = asked?.note.split("\n", 1)[0];
    const text = asked?.note.slice(0, asked.note.lastIndexOf("\n\n") + 1) ?? "";
    const next = readCheckpoint(text);
    if (!asked || !origin || !next) return answer(400, "bad request\n");
    const log = logs.get(origin);
    if (!log) return answer(404, "unknown log\n");
    const opened = await openNote(asked.note, log.keys, nodePrimitives);
    if (!opened) return answer(403, "not signed by the log\n");
    if (asked.old > next.size) return answer(400, "old size above the size\n");
    const before = latest(origin);
    if (asked.old != before.size) return answer(409, `${before.size}
`, "text/x.tlog.size");
    const { sha256 } = nodePrimitives;
    const isEmpty = next.size == 0 && !equal(next.root, sha256(new Uint8Array()));
    if (isEmpty || !isConsistent(before, next, asked.proof, sha256)) {
      return answer(422, "not consistent with what was cosigned before\n");
    }
    const line = cosign(text);
    const logLines = asked.note.slice(text.length + 1);
    state.write(origin, `${text}
${logLines}${line}`);
    return answer(200, line);
  };
  const respond = async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method == "POST" && pathname.endsWith("/add-checkpoint")) {
      const body = await read(request);
      if (body == null) return answer(400, "bad request\n");
      const next = busy.then(() => add(body));
      busy = next.catch(() => {
      });
      return next;
    }
    const [, hash] = /\/([0-9a-f]{64})\/checkpoint$/.exec(pathname) ?? [];
    const log = options.logs.find(({ origin }) => originHash(origin) == hash);
    const note = request.method == "GET" && log ? state.read(log.origin) : null;
    return note == null ? answer(404, "not found\n") : answer(200, note);
  };
  return {
    vkey: vkeyOf(name, COSIGNATURE, publicKey),
    fetch: (request) => respond(request).catch(() => answer(500, "internal error\n"))
  };
}
const answer = (status, body, type = "text/plain; charset=utf-8") => new Response(body, {
  status,
  headers: {
    "Content-Type": type,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store"
  }
});
async function read(request) {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST) return null;
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LARGEST) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

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
  help: "flag"
};
async function witnessCommand(args, terminal) {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const name = options.one("name");
  if (!name || /[\s+]/.test(name)) {
    throw new CommandError(EXIT.usage, "--name is needed, without spaces or plus.");
  }
  const logs = /* @__PURE__ */ new Map();
  for (const vkey of options.many("log")) {
    const key = readKey(vkey, nodePrimitives.sha256);
    if (!key) throw new CommandError(EXIT.usage, "--log is not a verifier key (name+id+key).");
    logs.set(key.name, [...logs.get(key.name) ?? [], key]);
  }
  if (!logs.size) throw new CommandError(EXIT.usage, "At least one --log is needed.");
  const witness = createWitness({
    name,
    privateKey: keyFile(options.one("key") ?? "witness.pem"),
    logs: Array.from(logs, ([origin, keys]) => ({ origin, keys })),
    state: fileState(options.one("state") ?? "witness-state")
  });
  const report = jsonReporter(Date.now, terminal.out);
  const listener = getRequestListener(witness.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { headersTimeout: 5e3, requestTimeout: 15e3, connectionsCheckingInterval: 1e3 },
    (request, response) => void listener(request, response)
  );
  const hostname = options.one("host") ?? "127.0.0.1";
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.count("port", 8788), hostname, resolve);
  });
  const address = server.address();
  const port = typeof address == "object" && address ? address.port : 0;
  report({ level: "info", event: "key", vkey: witness.vkey });
  report({ level: "info", event: "listening", host: hostname, port });
  await terminal.asked;
  await new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  return EXIT.ok;
}

export { witnessCommand };
