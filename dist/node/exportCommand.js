import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { K as KEY_CLAIM, p as parseRecord } from './parseRecord.js';
import { h as hex, R as RECORD } from './sqliteStore.js';
import { o as own } from './own.js';
import { t as treeReader } from './treeReader.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { o as openStore } from './openStore.js';
import { r as readOptions } from './readOptions.js';
import { p as progressBar } from './terminal.js';
import './keyFile.js';
import 'node:crypto';
import 'node:path';
import './keysOf.js';
import 'node:util';

function csvCell(value) {
  const harmless = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]/u.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

const PAGE = 500;
async function* exportLines(store, filter, onProgress = () => {
}) {
  const { frontier, note } = await store.head();
  const { size } = frontier;
  const complete = Object.keys(filter).length == 0;
  yield JSON.stringify({
    consentry: "export/1",
    complete,
    checkpoint: note,
    keys: (await store.claims(KEY_CLAIM)).map(({ name }) => name.slice(KEY_CLAIM.length))
  });
  for (const kind of ["cosigned", "rfc3161"]) {
    const attestation = await store.attestation(kind);
    if (attestation && attestation.size <= size) yield attested(store, attestation, size);
  }
  let leaves = 0;
  const source = complete ? everything(store, size) : matching(store, size, filter);
  for await (const line of source) {
    if (line.counts) {
      leaves++;
      onProgress(line.index + 1, size);
    }
    yield line.text;
  }
  yield JSON.stringify({ end: { leaves } });
}
async function attested(store, attestation, size) {
  const { kind, data } = attestation;
  const proof = await treeReader(store).consistency(attestation.size, size);
  const stamp = kind == "rfc3161" ? JSON.parse(data) : null;
  const note = kind == "rfc3161" ? own(stamp, "note") : data;
  const response = own(stamp, "response");
  const consistency = proof.map((hash) => Buffer.from(hash).toString("base64"));
  return JSON.stringify({ attestation: { kind, note, response, consistency } });
}
async function* everything(store, size) {
  for (let start = 0; start < size; start += PAGE) {
    const end = Math.min(start + PAGE, size);
    const [leaves, bodies2, notices, checkpoints] = await Promise.all([
      store.leaves(start, end),
      store.bodies({}, start - 1, PAGE),
      store.notices(start - 1, PAGE),
      store.checkpoints(start, PAGE)
    ]);
    const texts = new Map([...bodies2, ...notices].map(({ index, text }) => [index, text]));
    const notes = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint.note]));
    for (const leaf of leaves) {
      yield lineOf(leaf, texts.get(leaf.index));
      const checkpoint = notes.get(leaf.index + 1);
      if (checkpoint) yield { text: JSON.stringify({ checkpoint }), index: -1, counts: false };
    }
  }
}
async function* matching(store, size, filter) {
  const tree = treeReader(store);
  const named = /* @__PURE__ */ new Set();
  for await (const { notice } of bodies(store, size, filter)) named.add(hex(notice));
  const wanted = [];
  for (let page = await store.notices(-1, PAGE); page.length; ) {
    wanted.push(...page.filter((one) => one.index < size && named.has(hex(one.hash))));
    page = await store.notices(page.at(-1).index, PAGE);
  }
  const proven = async ({ index, text }) => {
    const [leaf] = await store.leaves(index, index + 1);
    const proof = await tree.inclusion(index, size);
    return lineOf(leaf, text, proof);
  };
  for await (const body of bodies(store, size, filter)) {
    while (wanted[0] && wanted[0].index < body.index) yield proven(wanted.shift());
    yield proven(body);
  }
  for (const notice of wanted) yield proven(notice);
}
async function* bodies(store, size, filter) {
  for (let after = -1; ; ) {
    const page = await store.bodies(filter, after, PAGE);
    for (const body of page) {
      if (body.index >= size) return;
      yield body;
    }
    if (page.length < PAGE) return;
    after = page.at(-1).index;
  }
}
function lineOf(leaf, text, proof) {
  const { index, kind, site, hash, received, flags, leafHash } = leaf;
  const line = {
    i: index,
    kind: kind == RECORD ? "record" : "notice",
    site,
    hash: hex(hash),
    received,
    flags,
    leafHash: hex(leafHash),
    ...text == null ? { erased: true } : { text },
    ...proof ? { proof: proof.map((one) => Buffer.from(one).toString("base64")) } : {}
  };
  return { text: JSON.stringify(line), index, counts: true };
}

const COLUMNS = [
  "index",
  "received",
  "id",
  "subject",
  "sequence",
  "event",
  "method",
  "source",
  "trusted",
  "at",
  "expires",
  "site",
  "page",
  "controller",
  "permitted",
  "refused",
  "services permitted",
  "services refused",
  "notice",
  "language",
  "revision",
  "gpc",
  "library",
  "hash"
];
async function* exportCsv(store, filter, onProgress = () => {
}) {
  const { size } = (await store.head()).frontier;
  yield COLUMNS.map(csvCell).join(",");
  for await (const body of bodies(store, size, filter)) {
    const record = parseRecord(body.text);
    if (typeof record == "string") continue;
    const [leaf] = await store.leaves(body.index, body.index + 1);
    const ids = (choices, answer) => Object.keys(choices).filter((id) => choices[id] == answer).join(" ");
    const row = {
      index: String(body.index),
      received: new Date(body.received).toISOString(),
      id: record.id,
      subject: record.subject,
      sequence: String(record.sequence),
      event: record.event,
      method: record.method,
      source: record.source,
      trusted: String(record.trusted),
      at: record.at,
      expires: record.expires,
      site: body.site,
      page: record.page,
      controller: record.controller,
      permitted: ids(record.categories, true),
      refused: ids(record.categories, false),
      "services permitted": ids(record.services, true),
      "services refused": ids(record.services, false),
      notice: record.notice,
      language: record.language,
      revision: String(record.revision),
      gpc: String(record.signals.gpc),
      library: record.library.version,
      hash: hex(leaf.hash)
    };
    onProgress(body.index + 1, size);
    yield COLUMNS.map((column) => csvCell(row[column])).join(",");
  }
}

const STATES = {
  given: "dpv:ConsentGiven",
  renewed: "dpv:RenewedConsentGiven",
  refused: "dpv:ConsentRefused",
  // Part of an earlier choice was changed; what is permitted now stands at each purpose.
  changed: "dpv:ConsentGiven",
  withdrawn: "dpv:ConsentWithdrawn",
  expired: "dpv:ConsentExpired",
  invalidated: "dpv:ConsentInvalidated"
};
const CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  schema: "https://schema.org/"
};
async function* exportJsonLd(store, filter, onProgress = () => {
}) {
  const { size } = (await store.head()).frontier;
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let comma = "";
  for await (const { text, index } of bodies(store, size, filter)) {
    const record = parseRecord(text);
    if (typeof record == "string") continue;
    onProgress(index + 1, size);
    yield comma + JSON.stringify(toJsonLd(record));
    comma = ",";
  }
  yield "]}";
}
function toJsonLd(record) {
  const { categories, services } = record;
  const indicated = {
    "dpv:isIndicatedBy": "dpv:DataSubject",
    "dpv:isIndicatedAtTime": record.at,
    "dpv:hasIndicationMethod": `${record.method} (${record.source})`
  };
  return {
    "@id": `urn:consentry:record:${record.id}`,
    "@type": "dpv:ConsentRecord",
    "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record",
    "dpv:hasIdentifier": record.id,
    "dct:identifier": record.id,
    "dpv:hasDataSubject": {
      "@id": `urn:consentry:subject:${record.subject}`,
      "dpv:hasIdentifier": record.subject
    },
    "dpv:hasDataController": { "@type": "dpv:DataController", "dpv:hasName": record.controller },
    "dpv:hasNotice": {
      "@id": `urn:sha256:${record.notice}`,
      "@type": "dpv:ConsentNotice",
      "dct:language": record.language
    },
    "dpv:hasProcess": Object.keys(categories).map((category) => ({
      "@type": "dpv:Process",
      "dpv:hasPurpose": {
        "@id": `urn:consentry:purpose:${category}`,
        "@type": "dpv:Purpose",
        "dct:title": category
      },
      ...category == "necessary" ? {} : {
        "dpv:hasLegalBasis": ["dpv:ExpressedConsent", "eu-gdpr:A6-1-a"],
        "dpv:hasConsentStatus": {
          "@type": categories[category] ? "dpv:ConsentGiven" : "dpv:ConsentRefused",
          ...indicated
        }
      }
    })),
    "dpv:hasService": Object.keys(services).map((id) => ({
      "@type": "dpv:Service",
      "dct:title": id,
      "dpv:hasStatus": services[id] ? "dpv:ConsentGiven" : "dpv:ConsentRefused"
    })),
    "dpv:hasConsentControl": { "@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": record.page },
    "dpv:hasConsentStatus": {
      "@type": [STATES[record.event], "dpv:ExpressedConsent"],
      ...indicated,
      "dpv:hasDuration": { "@type": "dpv:UntilTimeDuration", "rdf:value": record.expires }
    }
  };
}

const HELP = `consentry export [options]

Writes the log, or a part of it, while the collector runs.

  --store ADDRESS     a SQLite file (default consentry.db) or postgres://\u2026
  --format NAME       jsonl (default; what verify reads), jsonld (ISO/IEC TS
                      27560 in the W3C Data Privacy Vocabulary), csv
  --subject ID        only this visitor's records
  --from TIME         only records received since then (ISO 8601)
  --to TIME           only records received before then
  --notice HASH       only records that name this notice
  --out FILE          where to (default: standard output)
`;
const FORMATS = /* @__PURE__ */ new Map([
  ["jsonl", exportLines],
  ["jsonld", exportJsonLd],
  ["csv", exportCsv]
]);
async function exportCommand(args, terminal) {
  const options = readOptions(
    args,
    {
      store: "one",
      format: "one",
      subject: "one",
      from: "one",
      to: "one",
      notice: "one",
      out: "one",
      help: "flag"
    },
    terminal
  );
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const filter = readFilter(options);
  const format = FORMATS.get(options.one("format") ?? "jsonl");
  if (!format) throw new CommandError(EXIT.usage, "--format is jsonl, jsonld or csv.");
  const store = await openStore(options.one("store") ?? "consentry.db", "read");
  try {
    const bar = progressBar(terminal);
    const lines = format(store, filter, bar);
    await write(lines, options.one("out"), terminal);
  } finally {
    await store.close();
  }
  return EXIT.ok;
}
function readFilter(options) {
  const time = (name) => {
    const text = options.one(name);
    if (text == null) return {};
    const value = Date.parse(text);
    if (Number.isNaN(value))
      throw new CommandError(EXIT.usage, `--${name} is not an ISO 8601 time.`);
    return { [name]: value };
  };
  const notice = options.one("notice");
  if (notice != null && !/^[0-9a-f]{64}$/.test(notice)) {
    throw new CommandError(EXIT.usage, "--notice is not a SHA-256 in hexadecimal digits.");
  }
  const subject = options.one("subject");
  return {
    ...subject == null ? {} : { subject },
    ...time("from"),
    ...time("to"),
    ...notice == null ? {} : { notice: Buffer.from(notice, "hex") }
  };
}
async function write(lines, path, terminal) {
  if (path == null) {
    for await (const line of lines) terminal.out(`${line}
`);
    return;
  }
  const file = createWriteStream(path, { mode: 384, flush: true });
  const done = finished(file);
  for await (const line of lines) {
    if (!file.write(`${line}
`)) await Promise.race([once(file, "drain"), done]);
  }
  file.end();
  await done;
}

export { exportCommand };
