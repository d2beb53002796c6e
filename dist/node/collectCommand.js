import { existsSync, readFileSync } from 'node:fs';
import { r as readMark, b as checkMark, L as LIMITS, c as createCollector, a as createPublisher, s as serve } from './publisher.js';
import { c as checkLog } from './parseRecord.js';
import { a as sha256, k as keyFile } from './keyFile.js';
import { k as keyId, c as createSigner } from './signer.js';
import { t as treeReader } from './treeReader.js';
import { createPublicKey, verify, randomBytes } from 'node:crypto';
import { j as jsonReporter } from './report.js';
import { l as lockFile } from './lockFile.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { i as isPostgres, o as openStore } from './openStore.js';
import { r as readOptions } from './readOptions.js';
import './sqliteStore.js';
import 'node:path';
import './batchTree.js';
import './own.js';
import 'node:http';
import './writeDurably.js';
import 'node:http2';
import 'node:stream';
import './keysOf.js';
import 'node:util';

function every(ms, job, onError) {
  let stopped = false;
  let timer;
  let running = Promise.resolve();
  const run = () => {
    running = job().catch(onError).then(() => {
      if (!stopped) timer = setTimeout(run, ms);
    });
  };
  run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    }
  };
}

const PATIENCE$1 = 1e4;
function readWitness(text) {
  const [, name, id, key, url] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)@(https?:\/\/\S+)$/u.exec(text) ?? [];
  const bytes = Buffer.from(key ?? "", "base64");
  if (!name || !url || bytes.length != 33 || bytes[0] != 4) return null;
  const publicKey = bytes.subarray(1);
  return keyId(name, 4, publicKey).toString("hex") == id ? { url, name, publicKey } : null;
}
function askWitnesses(options) {
  const { witnesses, quorum, tree, report = () => {
  } } = options;
  const seen = /* @__PURE__ */ new Map();
  const ask = async (witness, size, note) => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const old = seen.get(witness.url) ?? 0;
      if (old > size) return null;
      const proof = await tree.consistency(old, size);
      const lines = proof.map((hash) => `${Buffer.from(hash).toString("base64")}
`);
      const response = await (options.fetch ?? fetch)(
        `${witness.url.replace(/\/$/, "")}/add-checkpoint`,
        {
          method: "POST",
          body: `old ${old}
${lines.join("")}
${note}`,
          signal: AbortSignal.timeout(PATIENCE$1)
        }
      );
      const body = await response.text();
      if (response.status == 409 && /^\d{1,15}\n$/.test(body)) {
        seen.set(witness.url, Number(body));
        continue;
      }
      if (response.status != 200) throw new Error(`answered ${response.status}`);
      const line = goodLine(body, witness, note);
      if (!line) throw new Error("gave no good signature");
      seen.set(witness.url, size);
      return line;
    }
    throw new Error("is out of step");
  };
  return async ({ frontier: { size }, note }) => {
    const lines = await Promise.all(
      witnesses.map(
        (witness) => ask(witness, size, note).catch((error) => {
          const message = error instanceof Error ? error.message : "failed";
          report({ level: "warn", event: "witness", name: witness.name, message });
          return null;
        })
      )
    );
    const good = lines.filter((line) => line != null);
    return good.length >= quorum ? note + good.join("") : null;
  };
}
function goodLine(body, { name, publicKey }, note) {
  const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  for (const line of body.split("\n")) {
    const prefix = `\u2014 ${name} `;
    if (!line.startsWith(prefix)) continue;
    const bytes = Buffer.from(line.slice(prefix.length), "base64");
    if (bytes.length != 76 || !bytes.subarray(0, 4).equals(keyId(name, 4, publicKey))) continue;
    const message = `cosignature/v1
time ${bytes.readBigUInt64BE(4)}
${text}`;
    if (verify(null, Buffer.from(message), key, bytes.subarray(12))) return `${line}
`;
  }
  return null;
}

function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content]);
  const digits = length < 256 ? [129, length] : [130, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...digits), content]);
}
const SHA256 = Buffer.from("608648016503040201", "hex");
function stampRequest(data) {
  const digest = sha256(data);
  const nonce = randomBytes(16);
  nonce[0] = nonce[0] & 63 | 64;
  const algorithm = der(48, der(6, SHA256), der(5));
  const imprint = der(48, algorithm, der(4, digest));
  const bytes = der(48, der(2, Buffer.of(1)), imprint, der(2, nonce), der(1, Buffer.of(255)));
  return { bytes, digest, nonce };
}
function isGranted(answer, { digest, nonce }) {
  const bytes = Buffer.from(answer);
  const at = headerLength(bytes, 0);
  const status = at + headerLength(bytes, at);
  const granted = bytes[at] == 48 && bytes[status] == 2 && bytes[status + 1] == 1;
  return granted && bytes[status + 2] <= 1 && bytes.includes(digest) && bytes.includes(nonce);
}
function headerLength(bytes, at) {
  const first = bytes[at + 1] ?? 0;
  return first < 128 ? 2 : 2 + (first & 127);
}
const PATIENCE = 3e4;
const LARGEST = 65536;
async function stamp(note, options) {
  const request = stampRequest(Buffer.from(note));
  const response = await (options.fetch ?? fetch)(options.url, {
    method: "POST",
    body: new Uint8Array(request.bytes),
    headers: { "Content-Type": "application/timestamp-query" },
    signal: AbortSignal.timeout(PATIENCE)
  });
  const answer = Buffer.from(await response.arrayBuffer());
  if (!response.ok || answer.length > LARGEST || !isGranted(answer, request)) {
    throw new Error(`the time stamping authority gave no time stamp (${response.status})`);
  }
  return answer;
}
async function stampNewest(store, options) {
  const { frontier, note } = await store.head();
  const last = await store.attestation("rfc3161");
  if (!frontier.size || last?.size == frontier.size) return null;
  const response = (await stamp(note, options)).toString("base64");
  const { size } = frontier;
  await store.attest({ kind: "rfc3161", size, data: JSON.stringify({ note, response }) });
  return size;
}

const HELP = `consentry collect --site https://www.example.org [options]

Receives consent records at POST /v1/records and keeps them in a log whose
every later change can be detected by whoever holds an earlier checkpoint or
a receipt.

  --site ORIGIN       whose pages may send records; may be repeated
  --store ADDRESS     a SQLite file (default consentry.db) or postgres://\u2026
  --key FILE          the log's private key, made when there is none (default
                      consentry.pem); repeat it while one key replaces another
  --log-name NAME     name of the log in every checkpoint; cannot be changed
                      later (default: host of the first site + /consentry)
  --host ADDRESS      where to listen (default 127.0.0.1)
  --port NUMBER       (default 8787)
  --proxies NUMBER    how many proxies in front set X-Forwarded-For (default 0)
  --rate NUMBER       requests a second from one network, in the long run
                      (IPv4 /24, IPv6 /56; default 50)
  --burst NUMBER      how far a network may run ahead of it (default 500)
  --verbose           log every request, not only those that failed
  --token-file FILE   holds the token that opens /owner and /metrics; or set
                      CONSENTRY_TOKEN
  --tiles DIRECTORY   also write the public log as static files
  --witness VKEY@URL  have every checkpoint cosigned there; may be repeated
  --quorum NUMBER     how many must, before one is shown (default: all)
  --tsa URL           have a checkpoint stamped once a day (RFC 3161)
  --interval SECONDS  between two published checkpoints (default 5)
  --retain-days DAYS  erase the text of older records (default: never)
`;
const OPTIONS = {
  site: "many",
  store: "one",
  key: "many",
  "log-name": "one",
  host: "one",
  port: "one",
  proxies: "one",
  rate: "one",
  burst: "one",
  verbose: "flag",
  "token-file": "one",
  tiles: "one",
  witness: "many",
  quorum: "one",
  tsa: "one",
  interval: "one",
  "retain-days": "one",
  help: "flag"
};
const HOUR = 36e5;
const DAY = 24 * HOUR;
async function collectCommand(args, terminal) {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const sites = options.many("site").map(toOrigin);
  const [first] = sites;
  if (!first) throw new CommandError(EXIT.usage, "At least one --site is needed.");
  const address = options.one("store") ?? "consentry.db";
  const [keyPath = "consentry.pem", ...otherKeys] = options.many("key");
  const port = options.count("port", 8787);
  const print = jsonReporter(Date.now, terminal.out);
  const verbose = options.flag("verbose");
  const report = (line) => {
    if (verbose || line.event != "request" || Number(line.status) >= 400) print(line);
  };
  const ownerToken = readToken(options, terminal);
  const markPath = `${keyPath}.mark`;
  const mark = readMark(markPath);
  if (mark && !isPostgres(address) && !existsSync(address)) {
    throw new CommandError(
      EXIT.environment,
      `${keyPath} has signed a log, and ${address} is not there. Bring the database back, or begin a new log with a new key (see docs/operating.md, Restore).`
    );
  }
  const release = isPostgres(address) ? () => {
  } : await lockFile(`${address}.lock`);
  const store = await openStore(address, "create");
  const jobs = [];
  try {
    if ((await store.head()).frontier.size && !existsSync(keyPath)) {
      throw new CommandError(EXIT.environment, `${keyPath}, which signed this log, is not there.`);
    }
    const name = options.one("log-name") ?? `${new URL(first).host}/consentry`;
    const log = {
      origin: name,
      signers: [keyPath, ...otherKeys].map((path) => createSigner(name, keyFile(path)))
    };
    await checkLog(store, log);
    if (mark) await checkMark(store, mark);
    const limits = {
      rate: options.count("rate", LIMITS.rate, 1),
      burst: options.count("burst", LIMITS.burst, 1)
    };
    const collector = createCollector({ store, log, origins: sites, ownerToken, report, limits });
    const publisher = createPublisher({
      store,
      log,
      mark: markPath,
      directory: options.one("tiles"),
      cosign: readCosign(options, store, report),
      report
    });
    const interval = options.count("interval", 5, 1) * 1e3;
    jobs.push(every(interval, publisher.publish, failing(report, "publish-failed")));
    const tsa = options.one("tsa");
    if (tsa != null)
      jobs.push(every(DAY, () => stampDaily(store, tsa, report), failing(report, "stamp-failed")));
    const days = options.count("retain-days", 0);
    if (days)
      jobs.push(every(HOUR, () => retain(store, days, report), failing(report, "retain-failed")));
    const hostname = options.one("host") ?? "127.0.0.1";
    const proxies = options.count("proxies", 0);
    const serving = await serve(collector, { port, hostname, proxies });
    for (const { vkey } of log.signers) report({ level: "info", event: "key", vkey });
    report({ level: "info", event: "listening", host: hostname, port: serving.port });
    await terminal.asked;
    await serving.close();
    await Promise.all(jobs.splice(0).map((job) => job.stop()));
    await publisher.publish();
    report({ level: "info", event: "stopped" });
  } finally {
    await Promise.all(jobs.map((job) => job.stop()));
    await store.close();
    release();
  }
  return EXIT.ok;
}
async function stampDaily(store, url, report) {
  const size = await stampNewest(store, { url });
  if (size != null) report({ level: "info", event: "stamped", size });
}
function readCosign(options, store, report) {
  const witnesses = options.many("witness").map((text) => {
    const witness = readWitness(text);
    if (!witness) throw new CommandError(EXIT.usage, "--witness is name+id+key@https://\u2026");
    return witness;
  });
  if (!witnesses.length) return void 0;
  const quorum = options.count("quorum", witnesses.length, 1);
  return askWitnesses({ witnesses, quorum, tree: treeReader(store), report });
}
async function retain(store, days, report) {
  const erased = await store.erase({ receivedBefore: Date.now() - days * DAY });
  if (erased) report({ level: "info", event: "retention", erased });
}
const failing = (report, event) => (error) => report({ level: "error", event, message: error instanceof Error ? error.message : "unknown" });
function toOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname != "/" || url.search || url.hash) {
    throw new CommandError(
      EXIT.usage,
      `--site is an origin such as https://www.example.org, not ${text}`
    );
  }
  return url.origin;
}
function readToken(options, terminal) {
  const path = options.one("token-file");
  const token = path == null ? terminal.env.CONSENTRY_TOKEN : readFileSync(path, "utf8").trim();
  if (token != null && token.length < 16) {
    throw new CommandError(
      EXIT.usage,
      "The token has fewer than 16 characters: too easy to guess."
    );
  }
  return token;
}

export { collectCommand };
