import { own } from '../lib/own.js';

const UNFIT = [400, 413, 422];
function settle(rows, status, json) {
  const changes = [];
  const checkpoint = own(json, "checkpoint");
  for (const row of rows) {
    const { key, id } = row;
    const result = listOf(json, "results").find((it) => own(it, "id") === id);
    const word = own(result, "status");
    if (word === "stored" || word === "duplicate") {
      const receipt = own(own(json, "receipts"), id);
      changes.push(["receipts", { key, checkpoint, receipt }], ["outbox", key]);
    } else if (word === "rejected" || word === "conflict" || !rows[1] && UNFIT.includes(status)) {
      const code = String(own(result, "code") ?? word ?? status);
      changes.push(["quarantine", { ...row, code }], ["outbox", key]);
    }
  }
  return changes;
}
function listOf(json, key) {
  const value = own(json, key);
  return Array.isArray(value) ? value : [];
}

export { UNFIT, listOf, settle };
