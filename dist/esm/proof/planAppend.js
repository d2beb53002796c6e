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
    const { id: id2, text: text2, hash: hash2 } = last;
    const row = { key: recordKey(chain, sequence), id: id2, text: text2, hash: hash2 };
    changes.push(["records", row]);
    if (deliver) changes.push(["outbox", row]);
    return last;
  };
  if (last && last.event != "expired" && Date.parse(last.expires) < Date.parse(draft.at)) {
    seal(lapseOf(last, draft));
  }
  const end = { chain, last: seal(draft) };
  const { id, text, hash } = end.last;
  changes.push(["heads", { key: recordKey(chain), id, text, hash }]);
  if (notice) changes.push(["notices", { key: draft.notice, text: notice }]);
  return { end, changes };
}

export { planAppend };
