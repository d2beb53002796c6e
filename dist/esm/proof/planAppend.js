import { base64url } from '../lib/base64url.js';
import { recordHash } from '../record/recordHash.js';
import { sealRecord } from '../record/sealRecord.js';
import { lapseOf } from './draftOf.js';
import { chainOf, recordKey } from './shelf.js';

function planAppend(draft, heads, records, { notice, random, deliver, checked }) {
  const head = heads.at(-1);
  let chain = Math.max(...[head, records.at(-1)].map((row) => row ? chainOf(row) : -1));
  const last = lastOf(head, checked ? void 0 : records.filter((row) => chainOf(row) == chain));
  if (!last) chain++;
  let sequence = last ? last.sequence + 1 : 0;
  let previous = last ? head.hash : null;
  let drawn = 0;
  const draw = () => base64url(random.slice(drawn, drawn += 16));
  const changes = [];
  const seal = (fields) => {
    const record = sealRecord({ ...fields, id: draw(), salt: draw(), sequence }, previous);
    const { id, text, hash } = record;
    const row = { key: recordKey(chain, sequence++, id), id, text, hash };
    previous = hash;
    changes.push(["records", row], ["heads", { ...row, key: recordKey(chain) }]);
    if (deliver) changes.push(["outbox", row]);
    return record;
  };
  if (last && last.event != "expired" && Date.parse(last.expires) < Date.parse(draft.at)) {
    seal(lapseOf(last, draft));
  }
  if (notice) changes.push(["notices", { key: draft.notice, text: notice }]);
  return { record: seal(draft), changes };
}
function lastOf(head, records) {
  try {
    const last = JSON.parse(head.text);
    let hash = records ? null : last.previous;
    const fits = (records ?? [head]).every(
      (row) => (hash = recordHash(row.text, hash)) == row.hash
    );
    return fits && hash == head.hash ? last : void 0;
  } catch {
    return void 0;
  }
}

export { planAppend };
