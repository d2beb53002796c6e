import { own } from '../lib/own.js';

const UNFIT = [400, 413, 422];
function settle(rows, status, json) {
  const changes = [];
  const known = ["stored", "duplicate", "conflict"];
  rows.forEach((row, line) => {
    const { key, id } = row;
    const named = (it) => own(it, "id") === id;
    const result = listOf(json, "results").find(
      (it) => named(it) || own(it, "id") === null && own(it, "line") === line
    );
    const word = String(own(result, "status"));
    if (named(result) && known.includes(word)) {
      const receipt = listOf(json, "receipts").find(named);
      changes.push(["receipts", { key, checkpoint: own(json, "checkpoint"), receipt }]);
    } else if (word == "rejected" || !rows[1] && UNFIT.includes(status)) {
      const code = own(result, "code");
      changes.push(["quarantine", { ...row, code: typeof code == "string" ? code : `${status}` }]);
    } else return;
    changes.push(["outbox", key]);
  });
  return changes;
}
function listOf(json, key) {
  const value = own(json, key);
  return Array.isArray(value) ? value : [];
}

export { UNFIT, listOf, settle };
