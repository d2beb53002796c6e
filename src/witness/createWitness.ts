import { sign, type KeyObject } from "node:crypto";
import type { Peer } from "../collector/context.ts";
import { networkOf, tokenBuckets } from "../collector/http/tokenBuckets.ts";
import { keyId, rawPublicKey, vkeyOf } from "../collector/note/signer.ts";
import { readLimited } from "../lib/readLimited.ts";
import { equal } from "../verify/bytes.ts";
import { nodePrimitives } from "../verify/nodePrimitives.ts";
import { openNote, type VerifierKey } from "../verify/openNote.ts";
import { readCheckpoint, type Checkpoint } from "../verify/readCheckpoint.ts";
import { isConsistent } from "../verify/verifyProof.ts";
import { parseAddCheckpoint } from "./parseAddCheckpoint.ts";
import { originHash, type WitnessState } from "./witnessState.ts";

/** What a witness is made of. */
export interface WitnessOptions {
  /** Its name, best a scheme-less URL. */
  name: string;
  /** Ed25519; used for nothing else (C2SP tlog-cosignature). */
  privateKey: KeyObject;
  /** The logs that it watches. */
  logs: readonly { origin: string; keys: readonly VerifierKey[] }[];
  state: WitnessState;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Witness {
  /** What verifiers are given. */
  vkey: string;
  /** Answers a request; never rejects. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
}

const COSIGNATURE = 4;
const LARGEST = 65_536; // bytes of a request
// Logs ask every few seconds; who asks more often from one network waits.
const RATE = 10; // requests a second, in the long run
const BURST = 100;

/**
 * A witness of other people's logs (C2SP tlog-witness): cosigns a checkpoint only when it is proven to
 * add to the one it cosigned before, so that a log with a witness cannot show two histories.
 */
export function createWitness(options: WitnessOptions): Witness {
  const { name, privateKey, state, now = Date.now } = options;
  const publicKey = rawPublicKey(privateKey);
  const id = keyId(name, COSIGNATURE, publicKey);
  const logs = new Map(options.logs.map((log) => [log.origin, log]));
  let busy: Promise<unknown> = Promise.resolve();

  const cosign = (text: string): string => {
    const time = Math.floor(now() / 1000);
    const stamp = Buffer.alloc(8);
    stamp.writeBigUInt64BE(BigInt(time));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), privateKey);
    return `— ${name} ${Buffer.concat([id, stamp, signature]).toString("base64")}\n`;
  };
  const latest = (origin: string): Checkpoint => {
    const note = state.read(origin);
    if (note == null) return { origin, size: 0, root: nodePrimitives.sha256(new Uint8Array()) };
    const checkpoint = readCheckpoint(note.slice(0, note.lastIndexOf("\n\n") + 1));
    if (!checkpoint) throw new Error("the witness's own state is damaged");
    return checkpoint;
  };
  /** The whole of C2SP's "add-checkpoint", in the order of its sentences. */
  const add = async (body: string): Promise<Response> => {
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
    if (asked.old != before.size) return answer(409, `${before.size}\n`, "text/x.tlog.size");
    const { sha256 } = nodePrimitives;
    const isEmpty = next.size == 0 && !equal(next.root, sha256(new Uint8Array()));
    if (isEmpty || !isConsistent(before, next, asked.proof, sha256)) {
      return answer(422, "not consistent with what was cosigned before\n");
    }
    const line = cosign(text);
    const logLines = asked.note.slice(text.length + 1);
    state.write(origin, `${text}\n${logLines}${line}`);
    return answer(200, line);
  };
  const allow = tokenBuckets(RATE, BURST);
  const respond = async (request: Request, { ip }: Peer): Promise<Response> => {
    if (!allow(networkOf(ip), now())) return answer(429, "too many requests\n");
    const { pathname } = new URL(request.url);
    if (request.method == "POST" && pathname.endsWith("/add-checkpoint")) {
      const body = await read(request);
      if (body == null) return answer(400, "bad request\n");
      // One at a time: looking up the old size and storing the new one must not be torn apart.
      const next = busy.then(() => add(body));
      busy = next.catch(() => {});
      return next;
    }
    const [, hash] = /\/([0-9a-f]{64})\/checkpoint$/.exec(pathname) ?? [];
    const log = options.logs.find(({ origin }) => originHash(origin) == hash);
    const note = request.method == "GET" && log ? state.read(log.origin) : null;
    return note == null ? answer(404, "not found\n") : answer(200, note);
  };
  return {
    vkey: vkeyOf(name, COSIGNATURE, publicKey),
    fetch: (request, peer = {}) =>
      respond(request, peer).catch(() => answer(500, "internal error\n")),
  };
}

const answer = (status: number, body: string, type = "text/plain; charset=utf-8"): Response =>
  new Response(body, {
    status,
    headers: {
      "Content-Type": type,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });

/** The body as text, or null where it is too large or not UTF-8. */
async function read(request: Request): Promise<string | null> {
  const bytes = await readLimited(request.body, LARGEST);
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // Not UTF-8.
  }
}
