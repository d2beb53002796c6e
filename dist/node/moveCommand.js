import { S as StoreError, h as hex, e as encodeLeaf, r as rootOf } from './sqliteStore.js';
import { b as batchTree } from './batchTree.js';
import { l as leafHash } from './keyFile.js';
import { t as treeReader } from './treeReader.js';
import { l as lockFile } from './lockFile.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { i as isPostgres, o as openStore } from './openStore.js';
import { r as readOptions } from './readOptions.js';
import { p as progressBar } from './terminal.js';
import 'node:fs';
import 'node:path';
import 'node:crypto';
import 'node:util';

const BATCH = 200;
async function moveLog(source, target, onProgress = () => {
}) {
  const { frontier, root } = await source.head();
  const { size } = frontier;
  const begun = await target.head();
  if (begun.frontier.size > size) throw new StoreError("broken", "the target holds more entries");
  if (begun.frontier.size) {
    const same = await treeReader(source).root(begun.frontier.size);
    if (hex(same) != hex(begun.root))
      throw new StoreError("broken", "the target holds another log");
  }
  for (let start = begun.frontier.size; start < size; ) {
    onProgress(start, size);
    start = await copyBatch(source, target, start, size);
  }
  for (const { name, value } of await source.claims("")) {
    if (name != "pulse") await target.claim(name, value);
  }
  for (const kind of ["cosigned", "rfc3161"]) {
    const attestation = await source.attestation(kind);
    if (attestation) await target.attest(attestation);
  }
  const head = await target.head();
  if (hex(head.root) != hex(root)) throw new StoreError("broken", "the copy has another root");
  onProgress(size, size);
  return size;
}
async function copyBatch(source, target, start, size) {
  const following = await source.checkpoints(start, BATCH);
  const checkpoints = following.filter((one, i) => i == 0 || one.size <= start + BATCH);
  const last = checkpoints.pop();
  if (!last) throw new StoreError("broken", "a checkpoint is missing");
  const [leaves, bodies, notices, counts] = await Promise.all([
    source.leaves(start, last.size),
    source.bodies({}, start - 1, last.size - start),
    source.notices(start - 1, last.size - start),
    // Sums over all days: added once, with the entries that complete the copy.
    last.size == size ? source.counts("") : []
  ]);
  const within = ({ index }) => index < last.size;
  await target.write({ hashes: [], ids: [], places: [] }, ({ head }) => {
    if (head.frontier.size != start)
      throw new StoreError("broken", "somebody writes to the target");
    const hashes = leaves.map((leaf) => leafHash(encodeLeaf(leaf)));
    const tree = batchTree(head.frontier, hashes);
    return {
      leaves,
      bodies: bodies.filter(within),
      notices: notices.filter(within),
      nodes: tree.tileNodes,
      counts,
      checkpoints,
      seal(written) {
        const same = written.every((row, i) => hex(leafHash(encodeLeaf(row))) == hex(hashes[i]));
        const next = rootOf(tree.frontier);
        if (!same || written.length != leaves.length || !isOf(last, next)) {
          throw new StoreError(
            "broken",
            `the entries up to ${last.size} are not those that were signed`
          );
        }
        return { frontier: tree.frontier, root: next, note: last.note };
      }
    };
  });
  return last.size;
}
function isOf({ size, note }, root) {
  const [, digits, encoded] = note.split("\n");
  return digits == String(size) && encoded == Buffer.from(root).toString("base64");
}

const HELP = `consentry move --to ADDRESS [options]

Copies a log to another database, for instance from SQLite to PostgreSQL. Stop
the collector first. Can be interrupted and started again; goes on where it was.

  --from ADDRESS      (default consentry.db)
  --to ADDRESS        a SQLite file or postgres://\u2026
`;
async function moveCommand(args, terminal) {
  const options = readOptions(args, { from: "one", to: "one", help: "flag" }, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const from = options.one("from") ?? "consentry.db";
  const to = options.one("to");
  if (!to || to == from)
    throw new CommandError(EXIT.usage, "--to is needed, another one than --from.");
  const undo = [];
  try {
    for (const address of [from, to]) {
      if (!isPostgres(address)) undo.unshift(await lockFile(`${address}.lock`));
    }
    const source = await openStore(from, "open");
    undo.unshift(() => source.close());
    const target = await openStore(to, "create");
    undo.unshift(() => target.close());
    const size = await moveLog(source, target, progressBar(terminal));
    terminal.out(`${size} entries are in ${isPostgres(to) ? "PostgreSQL" : to}.
`);
  } finally {
    for (const step of undo) await step();
  }
  return EXIT.ok;
}

export { moveCommand };
