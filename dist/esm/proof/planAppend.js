import { base64url } from '../lib/base64url.js';
import { sealRecord } from '../record/sealRecord.js';
import { lapseOf } from './draftOf.js';
import { recordKey } from './shelf.js';

function planAppend(draft, { chain, last }, { notice, random, deliver }) {
  let drawn = 0;
  const draw = () => base64url(random.slice(drawn, drawn += 16));
  const changes = [];
  const seal = (fields) => {
    const sequence = last ? last.sequence + 1 : 0;
    last = sealRecord({ ...fields, id: draw(), salt: draw(), sequence }, last ? last.hash : null);
    const { id, text, hash } = last;
    const row = { key: recordKey(chain, sequence), id, text, hash };
    changes.push(["records", row], ["heads", { ...row, key: recordKey(chain) }]);
    if (deliver) changes.push(["outbox", row]);
    return last;
  };
  if (last && last.event != "expired" && Date.parse(last.expires) < Date.parse(draft.at)) {
    seal(lapseOf(last, draft));
  }
  if (notice) changes.push(["notices", { key: draft.notice, text: notice }]);
  return { end: { chain, last: seal(draft) }, changes };
}

export { planAppend };
