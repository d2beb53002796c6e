import { createHash, X509Certificate, verify } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { r as readOptions } from './readOptions.js';
import { p as progressBar } from './terminal.js';
import { t as toHex, e as equal, u as utf8, c as concat, f as fromBase64, o as openNote, r as readCheckpoint, b as rootOfInclusion, h as hashLeaf, d as fromHex, g as hashPair, a as readKey, i as isConsistent, n as nodePrimitives } from './readCheckpoint.js';
import { o as own } from './own.js';
import 'node:util';

async function readLines(path, onProgress) {
  const source = path == "-" ? process.stdin : await file(path, onProgress);
  const iterator = createInterface({ input: source, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const { value: first = "" } = await iterator.next();
  async function* lines() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, lines: lines() };
}
async function file(path, onProgress) {
  let size;
  try {
    const handle = await open(path);
    ({ size } = await handle.stat());
    await handle.close();
  } catch {
    throw new CommandError(EXIT.environment, `${path} cannot be read.`);
  }
  const input = createReadStream(path);
  let read = 0;
  input.on("data", (chunk) => onProgress(read += chunk.length, size));
  input.pause();
  return input;
}

const LARGEST = 1e6;
const PATIENCE = 3e4;
function resourceReader(url) {
  const base = url.endsWith("/") ? url : `${url}/`;
  return async (path) => {
    let response;
    let bytes;
    try {
      response = await fetch(base + path, { signal: AbortSignal.timeout(PATIENCE) });
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch {
      throw new CommandError(EXIT.environment, `${path} cannot be fetched.`);
    }
    if (!response.ok || bytes.length > LARGEST) {
      throw new CommandError(EXIT.environment, `${path} was answered with ${response.status}.`);
    }
    return bytes;
  };
}

function explainReport(report) {
  const { checkpoint, firstBad, lastBad } = report;
  const lines = [];
  if (report.ok) {
    lines.push(
      report.complete ? "The log is as it was signed: nothing in it was altered, removed or re-ordered." : "Every entry is in the signed log, as it stands here. Others were not looked at."
    );
  } else {
    lines.push(`Not as it was signed. ${report.reason}`);
    if (firstBad != null) {
      lines.push(
        firstBad == lastBad ? `First bad entry: ${firstBad}.` : `The first bad entry is between ${firstBad} and ${lastBad}.`
      );
    }
  }
  if (checkpoint) {
    lines.push(
      `Log: ${checkpoint.origin}, ${checkpoint.size} entries, root ${toHex(checkpoint.root)}.`,
      `Looked at: ${report.records} records (${report.erased} of them erased) and ${report.notices} notices.`
    );
  }
  for (const { name } of report.signatures) lines.push(`Signed by ${name}.`);
  for (const { name, time, size } of report.witnessed) {
    lines.push(`Witness ${name} saw ${size} entries on ${new Date(time * 1e3).toISOString()}.`);
  }
  if (report.ok && !report.pinned) {
    lines.push("The key came with the data: it proves only that the data agrees with itself.");
  }
  return `${lines.join("\n")}
`;
}
function explainVisitor(report) {
  const lines = [];
  if (report.ok) {
    lines.push(
      `The ${report.records} records are as they were sealed, and none is missing between them.`
    );
    if (report.receipts) {
      lines.push(`${report.receipts} are proven to stand in the log ${report.logs.join(", ")}.`);
    }
    if (report.unchecked) {
      lines.push(
        `${report.unchecked} have a receipt that needs the log's key (--key) to be checked.`
      );
    }
  } else {
    lines.push(`Not as it was sealed. ${report.reason}`, `First bad record: ${report.firstBad}.`);
  }
  return `${lines.join("\n")}
`;
}

function emptyReport(pinned) {
  return {
    ok: false,
    reason: null,
    firstBad: null,
    lastBad: null,
    checkpoint: null,
    signatures: [],
    pinned,
    complete: false,
    records: 0,
    notices: 0,
    erased: 0,
    witnessed: [],
    stamps: []
  };
}
function failed(report, reason, firstBad = null, lastBad = firstBad) {
  return { ...report, ok: false, reason, firstBad, lastBad };
}

const DEEPEST = 16;
function readDer(bytes, depth = 0) {
  const all = readAll(bytes, depth);
  return all?.length == 1 ? all[0] : null;
}
function readAll(bytes, depth) {
  const out = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at];
    const length = lengthAt(bytes, at + 1);
    if (!length || (tag & 31) == 31 || depth > DEEPEST) return null;
    const start = at + 1 + length.bytes;
    const end = start + length.value;
    if (end > bytes.length) return null;
    const content = bytes.subarray(start, end);
    const children = tag & 32 ? readAll(content, depth + 1) : [];
    if (!children) return null;
    out.push({ tag, content, whole: bytes.subarray(at, end), children });
    at = end;
  }
  return out;
}
function lengthAt(bytes, at) {
  const first = bytes[at];
  if (first == null || first == 128) return null;
  if (first < 128) return { value: first, bytes: 1 };
  const count = first - 128;
  if (count > 4 || at + count >= bytes.length) return null;
  let value = 0;
  for (let i = 1; i <= count; i++) value = value * 256 + bytes[at + i];
  return value >= 128 && bytes[at + 1] != 0 ? { value, bytes: 1 + count } : null;
}
function oidOf(der) {
  return der?.tag == 6 ? Buffer.from(der.content).toString("hex") : "";
}

const OID = {
  signedData: "2a864886f70d010702",
  tstInfo: "2a864886f70d0109100104",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  certificateV2: "2a864886f70d010910022f",
  certificateV1: "2a864886f70d010910020c",
  rsaPss: "2a864886f70d01010a"
};
const DIGESTS = {
  "608648016503040201": "sha256",
  "608648016503040202": "sha384",
  "608648016503040203": "sha512"
};
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
function verifyStamp(response, data, roots) {
  try {
    return check(response, data, roots);
  } catch {
    return bad("The time stamp is malformed.");
  }
}
const bad = (reason) => ({ ok: false, reason });
function check(response, data, roots) {
  const [statusInfo, token] = readDer(response)?.children ?? [];
  const status = statusInfo?.children[0];
  if (status?.tag != 2 || status.content.length != 1 || status.content[0] > 1) {
    return bad("The authority did not grant the time stamp.");
  }
  const signedData = oidOf(token?.children[0]) == OID.signedData && token?.children[1]?.children[0];
  if (!signedData) return bad("The time stamp is malformed.");
  const [, , encapsulated, ...rest] = signedData.children;
  const octets = encapsulated?.children[1]?.children[0];
  if (oidOf(encapsulated?.children[0]) != OID.tstInfo || octets?.tag != 4) {
    return bad("The time stamp is malformed.");
  }
  const info = readInfo(octets.content);
  if (!info) return bad("The time stamp is malformed.");
  const digest = createHash(info.algorithm).update(data).digest();
  if (!equal(digest, info.digest)) return bad("The time stamp is of other data.");
  const certificates = rest.filter(({ tag }) => tag == 160).flatMap(({ children }) => children.map(({ whole }) => new X509Certificate(whole)));
  const signers = rest.find(({ tag }) => tag == 49)?.children ?? [];
  const signer = signers.length == 1 ? readSigner(signers[0]) : null;
  if (!signer) return bad("The time stamp is malformed.");
  const certificate = certificates.find((one) => isOf(signer, one));
  if (!certificate) return bad("The authority's certificate is not in the time stamp.");
  if (!signer.covers(octets.content) || !isSigned(signer, certificate.publicKey)) {
    return bad("The authority's signature is not good.");
  }
  if (!certificate.keyUsage?.includes(TIME_STAMPING)) {
    return bad("The certificate is not one of a time stamping authority.");
  }
  return leadsToRoot(certificate, certificates, roots, info.time) ? { ok: true, time: info.time, authority: certificate.subject } : bad("The authority's certificate does not lead to a trusted root.");
}
function readInfo(bytes) {
  const [, , imprint, , time] = readDer(bytes)?.children ?? [];
  const algorithm = DIGESTS[oidOf(imprint?.children[0]?.children[0])];
  const digest = imprint?.children[1];
  const text = time?.tag == 24 ? Buffer.from(time.content).toString("latin1") : "";
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!algorithm || digest?.tag != 4 || !parts) return null;
  const [, year, month, day, hour, minute, second, fraction = ""] = parts;
  const at = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`
  );
  return Number.isNaN(at) ? null : { algorithm, digest: digest.content, time: at };
}
function readSigner(der) {
  const [, , digestAlgorithm, attributes, algorithm, signature] = der.children;
  const digest = DIGESTS[oidOf(digestAlgorithm?.children[0])];
  if (!digest || attributes?.tag != 160 || signature?.tag != 4) return null;
  if (oidOf(algorithm?.children[0]) == OID.rsaPss) return null;
  const values = /* @__PURE__ */ new Map();
  for (const { children } of attributes.children) {
    const value = children[1]?.children[0];
    if (value) values.set(oidOf(children[0]), value);
  }
  return {
    digest,
    // Signed under the universal tag of a SET, not under the implicit one it is sent with (5.4).
    signed: Buffer.concat([Buffer.of(49), attributes.whole.subarray(1)]),
    signature: signature.content,
    attributes: values,
    covers(content) {
      const type = oidOf(values.get(OID.contentType));
      const message = values.get(OID.messageDigest)?.content;
      const computed = createHash(digest).update(content).digest();
      return type == OID.tstInfo && message != null && equal(message, computed);
    }
  };
}
function isOf({ attributes }, certificate) {
  const v2 = attributes.get(OID.certificateV2)?.children[0]?.children[0]?.children;
  const v1 = attributes.get(OID.certificateV1)?.children[0]?.children[0]?.children;
  const algorithm = v2 ? v2[0]?.tag == 48 ? DIGESTS[oidOf(v2[0].children[0])] : "sha256" : "sha1";
  const hash = (v2 ?? v1)?.find(({ tag }) => tag == 4)?.content;
  if (!algorithm || !hash) return false;
  return equal(hash, createHash(algorithm).update(certificate.raw).digest());
}
function isSigned({ digest, signed, signature }, key) {
  return verify(digest, signed, key, signature);
}
function leadsToRoot(certificate, pool, roots, time) {
  let current = certificate;
  for (let step = 0; step < 8; step++) {
    const { validFromDate, validToDate } = current;
    if (time < validFromDate.getTime() || time > validToDate.getTime()) return false;
    const issued = (by) => current.checkIssued(by) && current.verify(by.publicKey);
    if (roots.some((root) => root.fingerprint256 == current.fingerprint256 || issued(root)))
      return true;
    const next = pool.find((one) => one.ca && one != current && issued(one));
    if (!next) return false;
    current = next;
  }
  return false;
}

const KINDS = ["record", "notice"];
const DOMAIN = utf8("consentry/v1 leaf\n");
function leafBytes(leaf) {
  const site = utf8(leaf.site);
  const kind = KINDS.indexOf(leaf.kind);
  const isByte = Number.isInteger(leaf.flags) && leaf.flags >= 0 && leaf.flags < 256;
  const isTime = Number.isSafeInteger(leaf.received) && leaf.received >= 0;
  if (kind < 0 || site.length > 255 || leaf.hash.length != 32 || !isByte || !isTime) return null;
  const tail = new DataView(new ArrayBuffer(9));
  tail.setBigUint64(0, BigInt(leaf.received));
  tail.setUint8(8, leaf.flags);
  const head = Uint8Array.of(kind, site.length);
  return concat(DOMAIN, head, site, leaf.hash, new Uint8Array(tail.buffer));
}
function readLeaf(bytes) {
  const at = DOMAIN.length;
  const kind = KINDS[bytes[at] ?? -1];
  const end = at + 2 + (bytes[at + 1] ?? 0);
  if (!kind || bytes.length != end + 41 || !DOMAIN.every((byte, i) => byte == bytes[i]))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const received = Number(view.getBigUint64(end + 32));
  if (!Number.isSafeInteger(received)) return null;
  const site = String.fromCharCode(...bytes.slice(at + 2, end));
  if (!/^[\x21-\x7e]*$/.test(site)) return null;
  return { kind, site, hash: bytes.slice(end, end + 32), received, flags: bytes[end + 40] };
}

const NO_RECORD = new Uint8Array(32);
function hashOfText(text, { sha256 }) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json != "object" || json == null || !Object.hasOwn(json, "previous")) return null;
  const { previous } = json;
  if (previous === null)
    return sha256(concat(utf8("consentry/v1 record\n"), NO_RECORD, utf8(text)));
  if (typeof previous != "string" || !/^[0-9a-f]{64}$/.test(previous)) return null;
  const bytes = Uint8Array.from(
    { length: 32 },
    (_, i) => Number.parseInt(previous.slice(i * 2, i * 2 + 2), 16)
  );
  return sha256(concat(utf8("consentry/v1 record\n"), bytes, utf8(text)));
}
async function verifyReceipt(claim, keys, primitives) {
  const bad = (reason) => ({ ok: false, reason });
  const { text, index, leaf: encoded, proof, checkpoint: note } = claim;
  const bytes = fromBase64(encoded);
  const leaf = bytes && readLeaf(bytes);
  if (!bytes || leaf?.kind != "record") return bad("The leaf is not that of a record.");
  const hash = typeof text == "string" ? hashOfText(text, primitives) : null;
  if (!hash || !equal(hash, leaf.hash))
    return bad("The record's text does not give the leaf's hash.");
  const opened = typeof note == "string" ? await openNote(note, keys, primitives) : null;
  const checkpoint = opened && readCheckpoint(opened.text);
  if (!opened || !checkpoint)
    return bad("The checkpoint is not signed by a key that is trusted here.");
  const hashes = Array.isArray(proof) ? proof.map(fromBase64) : [null];
  if (typeof index != "number" || hashes.includes(null)) return bad("The proof has a wrong form.");
  const root = rootOfInclusion(
    hashLeaf(bytes, primitives.sha256),
    index,
    checkpoint.size,
    hashes.filter((one) => one != null),
    primitives.sha256
  );
  if (!root || !equal(root, checkpoint.root)) {
    return bad(
      `The proof does not lead to the root of the checkpoint (${toHex(checkpoint.root)}).`
    );
  }
  return { ok: true, index, leaf, checkpoint, signatures: opened.signatures };
}

const GAP = 1;
const NOTICELESS = 64;
function checkLeaf(line, primitives) {
  const { leaf, text } = line;
  const bytes = leafBytes(leaf);
  if (!bytes) return "Its fields cannot be those of a leaf.";
  if (!equal(hashLeaf(bytes, primitives.sha256), line.leafHash)) {
    return "Its fields (site, hash, time or flags) do not give its leaf hash.";
  }
  if (text == null) return leaf.kind == "notice" ? "The text of a notice is missing." : null;
  const hash = leaf.kind == "record" ? hashOfText(text, primitives) : primitives.sha256(utf8(text));
  if (!hash || !equal(hash, leaf.hash)) return "Its text does not give its hash.";
  if (leaf.kind == "notice") return leaf.site ? "A notice is of no site." : null;
  const page = own(JSON.parse(text), "page");
  const fits = typeof page == "string" && URL.canParse(page) && new URL(page).host == leaf.site;
  return fits ? null : "Its text is of another site than its leaf says.";
}
function checkAmong(line, seen) {
  const { leaf, text } = line;
  if (seen.has(leaf.hash)) return "The same entry stands in the log before.";
  if (leaf.kind == "notice" || text == null) return null;
  const json = JSON.parse(text);
  const known = (key) => {
    const hash = fromHex(own(json, key));
    return hash?.length == 32 && seen.has(hash);
  };
  const gap = own(json, "previous") != null && !known("previous");
  if (gap != Boolean(leaf.flags & GAP)) return "It is flagged wrongly about the record before it.";
  return known("notice") == Boolean(leaf.flags & NOTICELESS) ? "It is flagged wrongly about the notice it names." : null;
}

function rootBuilder(sha256) {
  const slots = [];
  let size = 0;
  return {
    add(leafHash) {
      let carried = leafHash;
      let level = 0;
      for (; slots[level]; level++) {
        carried = hashPair(slots[level], carried, sha256);
        slots[level] = null;
      }
      slots[level] = carried;
      size++;
    },
    size: () => size,
    root() {
      let root = null;
      for (const slot of slots) {
        if (slot) root = root ? hashPair(slot, root, sha256) : slot;
      }
      return root ?? sha256(new Uint8Array());
    }
  };
}

async function openHead(note, keys, primitives) {
  const opened = await openNote(note, keys, primitives);
  const checkpoint = opened && readCheckpoint(opened.text);
  return checkpoint ? { checkpoint, signatures: opened.signatures } : null;
}
function heads(final, sha256) {
  const builder = rootBuilder(sha256);
  const expected = /* @__PURE__ */ new Map();
  let agreed = 0;
  const disagreement = () => {
    const size = builder.size();
    const claim = expected.get(size);
    if (!claim) return null;
    expected.delete(size);
    if (!equal(claim.root, builder.root())) {
      return `The tree of ${size} entries is not the one that ${claim.whose} names.`;
    }
    agreed = size;
    return null;
  };
  return {
    disagreement,
    expect(head, whose) {
      if (!head) return `A note (${whose}) is not a checkpoint signed by a trusted key.`;
      const { origin, size, root } = head.checkpoint;
      if (origin != final.origin) return `A checkpoint (${whose}) is of another log.`;
      if (size > final.size)
        return `A checkpoint (${whose}) is of a larger log: entries are missing.`;
      const other = expected.get(size) ?? (size == final.size ? { root: final.root } : null);
      if (other && !equal(other.root, root)) {
        return `There are two different signed trees of ${size} entries (${whose}).`;
      }
      expected.set(size, { root, whose });
      return null;
    },
    add(leafHash) {
      builder.add(leafHash);
      return disagreement();
    },
    size: () => builder.size(),
    agreed: () => agreed
  };
}

function readExportLine(line) {
  let json;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const get = (key) => own(json, key);
  const checkpoint = get("checkpoint");
  if (get("consentry") === "export/1") {
    const [keys, complete] = [get("keys"), get("complete")];
    if (typeof checkpoint != "string" || typeof complete != "boolean") return null;
    if (!Array.isArray(keys) || !keys.every((key) => typeof key == "string")) return null;
    return { type: "header", checkpoint, keys, complete };
  }
  if (typeof checkpoint == "string") return { type: "checkpoint", note: checkpoint };
  const attestation = get("attestation");
  if (attestation != null) {
    return readAttestation((key) => own(attestation, key));
  }
  const leaves = own(get("end"), "leaves");
  if (typeof leaves == "number") return { type: "end", leaves };
  return readLeafLine(get);
}
function readAttestation(get) {
  const [kind, note, hashes] = [get("kind"), get("note"), get("consistency")];
  const response = get("response") == null ? null : fromBase64(get("response"));
  if (typeof note != "string" || !Array.isArray(hashes)) return null;
  if (kind !== "cosigned" && kind !== "rfc3161") return null;
  const consistency = hashes.map(fromBase64).filter((hash) => hash != null);
  if (consistency.length != hashes.length || kind == "rfc3161" != (response != null)) return null;
  return { type: "attestation", kind, note, response, consistency };
}
function readLeafLine(get) {
  const [index, kind, site] = [get("i"), get("kind"), get("site")];
  const [received, flags] = [get("received"), get("flags")];
  const [hash, leafHash] = [fromHex(get("hash")), fromHex(get("leafHash"))];
  const text = get("text") ?? null;
  const proof = get("proof") ?? null;
  if (typeof index != "number" || typeof site != "string") return null;
  if (typeof received != "number" || typeof flags != "number") return null;
  if (kind !== "record" && kind !== "notice") return null;
  if (!hash || leafHash?.length != 32) return null;
  if (text != null && typeof text != "string") return null;
  const hashes = proof == null ? [] : Array.isArray(proof) ? proof.map(fromBase64) : [null];
  if (hashes.some((one) => one == null)) return null;
  return {
    type: "leaf",
    index,
    leaf: { kind, site, hash, received, flags },
    leafHash,
    text,
    proof: proof == null ? null : hashes.filter((one) => one != null)
  };
}

function seenHashes() {
  let table = new BigUint64Array(1 << 10);
  let count = 0;
  const slotOf = (key) => {
    let slot = Number(key & BigInt(table.length - 1));
    while (table[slot] != 0n && table[slot] != key) slot = (slot + 1) % table.length;
    return slot;
  };
  const keyOf = (hash) => (
    // Zero marks an empty slot, so that it cannot be a key.
    new DataView(hash.buffer, hash.byteOffset, hash.length).getBigUint64(0) || 1n
  );
  const grow = () => {
    const old = table;
    table = new BigUint64Array(old.length * 2);
    for (const key of old) if (key) table[slotOf(key)] = key;
  };
  return {
    has: (hash) => table[slotOf(keyOf(hash))] != 0n,
    add(hash) {
      const key = keyOf(hash);
      const slot = slotOf(key);
      if (table[slot] == key) return;
      table[slot] = key;
      if (++count * 2 > table.length) grow();
    }
  };
}

async function witnessesOf(note, size, witnesses, primitives) {
  const opened = await openNote(note, witnesses, primitives);
  const out = [];
  for (const { name, time } of opened?.signatures ?? []) {
    if (time != null) out.push({ name, time, size });
  }
  return out;
}

async function verifyExport(lines, trust, primitives) {
  let check = null;
  for await (const text of lines) {
    if (!text.trim()) continue;
    const line = readExportLine(text);
    if (check) {
      if (!line || line.type == "header") return check.fail("This line is not one of an export.");
      if (check.ended) return check.fail("Something follows the end of the export.");
      const wrong = line.type == "leaf" ? check.leaf(line) : line.type == "checkpoint" ? await check.checkpoint(line.note) : line.type == "end" ? check.end(line.leaves) : await check.attestation(line);
      if (wrong) return wrong;
    } else {
      const begun = line?.type == "header" ? await begin(line, trust, primitives) : null;
      if (!begun) return failed(emptyReport(trust.keys.length > 0), "This is not an export.");
      if ("reason" in begun) return begun;
      check = begun;
    }
  }
  return check?.finish() ?? failed(emptyReport(trust.keys.length > 0), "This is not an export.");
}
async function begin(header, trust, primitives) {
  const report = { ...emptyReport(trust.keys.length > 0), complete: header.complete };
  const offered = header.keys.map((key) => readKey(key, primitives.sha256));
  const keys = report.pinned ? trust.keys : offered.filter((key) => key != null);
  const head = await openHead(header.checkpoint, keys, primitives);
  if (!head) return failed(report, "The export's checkpoint is not signed by a trusted key.");
  report.checkpoint = head.checkpoint;
  report.signatures = head.signatures;
  const tree = heads(head.checkpoint, primitives.sha256);
  for (const [note, whose] of [
    ...trust.earlier.map((note2) => [note2, "kept from earlier"]),
    [header.checkpoint, "at the head of the export"]
  ]) {
    const wrong = tree.expect(await openHead(note, keys, primitives), whose);
    if (wrong) return failed(report, wrong);
  }
  const off = tree.disagreement();
  if (off) return failed(report, off);
  const witnessed = (note, size) => witnessesOf(note, size, trust.witnesses, primitives);
  return checker(report, keys, tree, primitives, witnessed);
}
function checker(report, keys, tree, primitives, witnessed) {
  const { size, root } = report.checkpoint;
  const { complete } = report;
  const seen = seenHashes();
  let next = 0;
  const among = (line) => {
    if (complete) {
      if (line.index != next) return "An entry is missing, doubled or out of order here.";
      return checkAmong(line, seen);
    }
    if (line.index < next) return "It is out of order or doubled.";
    const proof = line.proof ?? [];
    const computed = rootOfInclusion(line.leafHash, line.index, size, proof, primitives.sha256);
    return computed && equal(computed, root) ? null : "Its proof does not lead to the checkpoint.";
  };
  const since = (reason) => failed(report, reason, tree.agreed(), Math.max(tree.agreed(), tree.size() - 1));
  return {
    ended: false,
    fail: (reason) => failed(report, reason, next),
    leaf(line) {
      const wrong = checkLeaf(line, primitives) ?? among(line);
      if (wrong) return failed(report, wrong, complete ? next : line.index);
      next = line.index + 1;
      if (line.leaf.kind == "notice") report.notices++;
      else report.records++;
      if (line.text == null) report.erased++;
      if (!complete) return null;
      seen.add(line.leaf.hash);
      const off = tree.add(line.leafHash);
      return off ? since(off) : null;
    },
    async checkpoint(note) {
      const head = await openHead(note, keys, primitives);
      const misplaced = head && head.checkpoint.size != tree.size() ? "A checkpoint stands at a place that is not its own." : null;
      const off = misplaced ?? tree.expect(head, "in the export") ?? tree.disagreement();
      return off ? since(off) : null;
    },
    async attestation({ kind, note, response, consistency }) {
      const head = await openHead(note, keys, primitives);
      const wrong = tree.expect(head, "attested by others");
      if (wrong) return failed(report, wrong);
      const old = head.checkpoint;
      if (!isConsistent(old, report.checkpoint, consistency, primitives.sha256)) {
        return failed(report, "What others attested is not an earlier state of this log.");
      }
      if (response) report.stamps.push({ size: old.size, note, response });
      if (kind == "cosigned") report.witnessed.push(...await witnessed(note, old.size));
      return null;
    },
    end(leaves) {
      this.ended = true;
      const whole = leaves == report.records + report.notices;
      return whole ? null : this.fail("The export has lost or gained entries on the way.");
    },
    finish() {
      if (!this.ended) return this.fail("The export breaks off.");
      if (!complete) return { ...report, ok: true };
      if (tree.size() != size)
        return failed(report, "Entries at the end are missing.", next, size - 1);
      return { ...report, ok: true };
    }
  };
}

const WIDTH = 256;
async function verifyLog(read, trust, primitives, onProgress = () => {
}) {
  const { sha256 } = primitives;
  const report = { ...emptyReport(trust.keys.length > 0), complete: true };
  const decoder = new TextDecoder();
  const note = decoder.decode(await read("checkpoint"));
  let { keys } = trust;
  if (!report.pinned) {
    const offered = decoder.decode(await read("keys")).split("\n").filter(Boolean);
    keys = offered.map((key) => readKey(key, sha256)).filter((key) => key != null);
  }
  const head = await openHead(note, keys, primitives);
  if (!head) return failed(report, "The log's checkpoint is not signed by a trusted key.");
  report.checkpoint = head.checkpoint;
  report.signatures = head.signatures;
  const { size } = head.checkpoint;
  report.witnessed = await witnessesOf(note, size, trust.witnesses, primitives);
  const tree = heads(head.checkpoint, sha256);
  for (const [text, whose] of [
    ...trust.earlier.map((one) => [one, "kept from earlier"]),
    [note, "of the log"]
  ]) {
    const wrong = tree.expect(await openHead(text, keys, primitives), whose);
    if (wrong) return failed(report, wrong);
  }
  const none = tree.disagreement();
  if (none) return failed(report, none);
  const seen = seenHashes();
  for (let start = 0; start < size; start += WIDTH) {
    const width = Math.min(WIDTH, size - start);
    const path = tilePath(start / WIDTH, width);
    const [hashes, bundle] = await Promise.all([
      read(`tile/0/${path}`),
      read(`tile/entries/${path}`)
    ]);
    const entries = split(bundle);
    if (hashes.length != width * 32 || entries?.length != width) {
      return failed(report, "A tile has a wrong size.", start, start + width - 1);
    }
    for (const [i, bytes] of entries.entries()) {
      const index = start + i;
      const leaf = readLeaf(bytes);
      const leafHash = hashLeaf(bytes, sha256);
      if (!leaf) return failed(report, "It is not an entry of such a log.", index);
      if (!equal(leafHash, hashes.slice(i * 32, i * 32 + 32))) {
        return failed(report, "The entry does not give the hash in the tile.", index);
      }
      if (seen.has(leaf.hash))
        return failed(report, "The same entry stands in the log before.", index);
      seen.add(leaf.hash);
      if (leaf.kind == "notice") report.notices++;
      else report.records++;
      const off = tree.add(leafHash);
      if (off) return failed(report, off, tree.agreed(), index);
    }
    onProgress(start + width, size);
  }
  return { ...report, ok: true };
}
function tilePath(index, width) {
  let rest = Math.floor(index / 1e3);
  let path = String(index % 1e3).padStart(3, "0");
  for (; rest; rest = Math.floor(rest / 1e3)) {
    path = `x${String(rest % 1e3).padStart(3, "0")}/${path}`;
  }
  return width < WIDTH ? `${path}.p/${width}` : path;
}
function split(bundle) {
  const out = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const length = bundle[at] * 256 + bundle[at + 1];
    out.push(bundle.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at == bundle.length ? out : null;
}

function isVisitorLine(line) {
  return line.startsWith('{"type":"consentry/1 ');
}
async function verifyVisitor(lines, keys, primitives) {
  const report = {
    ok: false,
    reason: null,
    firstBad: null,
    records: 0,
    notices: 0,
    receipts: 0,
    unchecked: 0,
    logs: []
  };
  const bad = (reason) => ({ ...report, reason, firstBad: report.records });
  const chains = /* @__PURE__ */ new Map();
  for await (const line of lines) {
    if (!line.trim()) continue;
    let json;
    try {
      json = JSON.parse(line);
    } catch {
      return bad("A line is no JSON.");
    }
    const [type, text, chain] = [own(json, "type"), own(json, "text"), own(json, "chain")];
    const hash = fromHex(own(json, "hash"));
    if (type == "consentry/1 notice" && typeof text == "string") {
      const fits = hash && equal(primitives.sha256(utf8(text)), hash);
      if (!fits) return bad("The text of a notice does not give its hash.");
      report.notices++;
    } else if (type == "consentry/1 record" && typeof text == "string" && typeof chain == "string") {
      const before = chains.get(chain) ?? { length: 0, hash: null };
      const computed = hashOfText(text, primitives);
      if (!computed || !hash || !equal(computed, hash))
        return bad("Its text does not give its hash.");
      const record = JSON.parse(text);
      const previous = fromHex(own(record, "previous"));
      const follows = before.hash ? previous && equal(previous, before.hash) : !previous;
      if (!follows || own(record, "sequence") !== before.length) {
        return bad("It does not follow the record before it.");
      }
      chains.set(chain, { length: before.length + 1, hash: computed });
      const wrong = await checkReceipt(json, text, keys, primitives, report);
      if (wrong) return bad(wrong);
      report.records++;
    } else if (type == "consentry/1 head" && typeof chain == "string") {
      const end = chains.get(chain)?.hash ?? null;
      if (end ? !hash || !equal(end, hash) : hash) return bad("The newest records are missing.");
    } else return bad("A line is not one of such a file.");
  }
  return { ...report, ok: true };
}
async function checkReceipt(line, text, keys, primitives, report) {
  const receipt = own(line, "receipt");
  if (receipt == null) return null;
  if (!keys.length) {
    report.unchecked++;
    return null;
  }
  const [index, leaf, proof] = [own(receipt, "index"), own(receipt, "leaf"), own(receipt, "proof")];
  const checkpoint = own(line, "checkpoint");
  const found = await verifyReceipt({ text, index, leaf, proof, checkpoint }, keys, primitives);
  if (!found.ok) return found.reason;
  report.receipts++;
  if (!report.logs.includes(found.checkpoint.origin)) report.logs.push(found.checkpoint.origin);
  return null;
}

const HELP = `consentry verify <file | - | url> [options]

Checks an export of the log, the file of a visitor, or a whole published log by
its address. Needs no trust in who made it, and for files no network.

  --key VKEY          key of the log, as /keys shows it; may be repeated.
                      Without it the key that comes with the data is taken,
                      which proves only that the data agrees with itself.
  --checkpoint FILE   a checkpoint kept from earlier; may be repeated. Finds a
                      log that was rewritten by its own operator.
  --witness VKEY      key of a witness whose word counts; may be repeated
  --quorum NUMBER     how many of them must have seen the log (default: all)
  --tsa FILE          PEM certificates of trusted time stamping authorities;
                      a time stamp in the export must then lead to one
  --json              print the report as JSON

Exit codes: 0 as it was signed, 1 not, 2 wrong usage, 3 cannot be read.
`;
const OPTIONS = {
  key: "many",
  checkpoint: "many",
  witness: "many",
  quorum: "one",
  tsa: "one",
  json: "flag",
  help: "flag"
};
async function verifyCommand(args, terminal) {
  const options = readOptions(args, OPTIONS, terminal, 1);
  const [target] = options.positionals;
  if (options.flag("help") || !target) {
    terminal.out(HELP);
    return options.flag("help") ? EXIT.ok : EXIT.usage;
  }
  const trust = {
    keys: options.many("key").map((vkey) => toKey(vkey, "--key")),
    earlier: await Promise.all(options.many("checkpoint").map(text)),
    witnesses: options.many("witness").map((vkey) => toKey(vkey, "--witness"))
  };
  const quorum = options.count("quorum", trust.witnesses.length, 1);
  const roots = await readRoots(options.one("tsa"));
  const print = (report2, words) => {
    terminal.out(options.flag("json") ? `${JSON.stringify(report2, plainBytes)}
` : words);
    return report2.ok ? EXIT.ok : EXIT.bad;
  };
  const bar = progressBar(terminal);
  let report;
  if (/^https?:\/\//.test(target)) {
    report = await verifyLog(resourceReader(target), trust, nodePrimitives, bar);
  } else {
    const { first, lines } = await readLines(target, bar);
    if (isVisitorLine(first)) {
      const visitor = await verifyVisitor(lines, trust.keys, nodePrimitives);
      return print(visitor, explainVisitor(visitor));
    }
    report = await verifyExport(lines, trust, nodePrimitives);
  }
  if (report.ok) report = held(report, trust, quorum, roots);
  return print(report, explainReport(report) + (report.ok ? stamped(report, roots) : ""));
}
function held(report, trust, quorum, roots) {
  const names = new Set(report.witnessed.map(({ name }) => name));
  if (trust.witnesses.length && names.size < quorum) {
    return failed(
      report,
      `Of the witnesses that count, ${names.size} have seen this log, not ${quorum}.`
    );
  }
  if (roots.length && !report.stamps.length) return failed(report, "There is no time stamp.");
  for (const { note, response } of roots.length ? report.stamps : []) {
    const found = verifyStamp(response, Buffer.from(note), roots);
    if (!found.ok) return failed(report, found.reason);
  }
  return report;
}
function stamped({ stamps }, roots) {
  const lines = stamps.map(({ size, note, response }) => {
    const found = roots.length ? verifyStamp(response, Buffer.from(note), roots) : null;
    if (!found?.ok) return `A time stamp over ${size} entries is there; --tsa checks it.
`;
    const authority = found.authority.replaceAll("\n", ", ");
    return `Time stamp: ${size} entries existed on ${new Date(found.time).toISOString()} (${authority}).
`;
  });
  return lines.join("");
}
function toKey(vkey, option) {
  const key = readKey(vkey, nodePrimitives.sha256);
  if (!key) throw new CommandError(EXIT.usage, `${option} is not a verifier key (name+id+key).`);
  return key;
}
async function text(path) {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new CommandError(EXIT.environment, `${path} cannot be read.`);
  }
}
async function readRoots(path) {
  if (path == null) return [];
  const blocks = (await text(path)).match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
  );
  try {
    if (blocks) return blocks.map((block) => new X509Certificate(block));
  } catch {
  }
  throw new CommandError(EXIT.usage, "--tsa holds no PEM certificate.");
}
function plainBytes(_, value) {
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}

export { verifyCommand };
