import { parseJson } from '../lib/parseJson.js';
import { LONGEST_WAIT, backOff } from './backOff.js';
import { batch, bodyOf } from './batch.js';
import { post } from './post.js';
import { settle, UNFIT, listOf } from './settle.js';

const TURN = 3e3;
function createSender(env, shelves) {
  const { collector, fetch, locks, now, window: page } = env;
  const unsent = /* @__PURE__ */ new Map();
  const end = new AbortController();
  let timer;
  let turn = Promise.resolve();
  let online = false;
  let next;
  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => send([]), ms);
  };
  const request = (body, keepalive = false) => post(fetch, collector, body, keepalive);
  const carry = (rows) => {
    for (const { id } of rows) unsent.delete(id);
    return request(bodyOf(rows), !next);
  };
  const drain = async (shelf) => {
    for (let most; ; ) {
      const [outbox, [kept]] = await shelf.run(["outbox", "delivery"]);
      if (!outbox.length || end.signal.aborted) return;
      next = kept;
      const wait = (next?.at ?? 0) - now();
      if (wait > 0 && wait <= LONGEST_WAIT && !(online && !next?.status)) return later(wait);
      const rows = batch(outbox, most);
      const answer = await carry(rows).catch(() => ({ status: 0, body: "" }));
      if (end.signal.aborted) return;
      const { status, body } = answer;
      const json = status > 199 && status < 300 ? parseJson(body) : void 0;
      const changes = settle(rows, status, json);
      if (!changes.length && rows.length > 1 && UNFIT.includes(status)) {
        most = Math.ceil(rows.length / 2);
        continue;
      }
      next = changes.length ? void 0 : backOff(next, answer, { random: env.random(1)[0] / 255, now: now() });
      changes.push(["delivery", next ?? "next"]);
      await shelf.run(["delivery"], () => changes);
      for (const [store, row] of changes) {
        if (store != "quarantine" || typeof row == "string") continue;
        env.report("record-refused", `${row.id}: ${row.code}`);
        most = void 0;
      }
      const wanted = listOf(json, "wanted");
      const [notices] = await shelf.run(["notices"]);
      for (const { key, text } of notices) {
        if (wanted.includes(key)) await request(JSON.stringify({ notice: text }));
      }
    }
  };
  const drainAll = async () => {
    let pending = 0;
    let quarantined = 0;
    next = void 0;
    for (const shelf of shelves) {
      await drain(shelf).catch(() => {
      });
      const [outbox, refused] = await shelf.run(["outbox", "quarantine"]).catch(() => [[], []]);
      pending += outbox.length;
      quarantined += refused.length;
    }
    online = false;
    env.onDelivery?.({ pending, quarantined, error: statusOf(next) });
  };
  const takeTurn = () => locks ? locks.request(
    "consentry-send",
    { ifAvailable: true },
    (lock) => lock ? drainAll() : later(TURN)
  ).catch(drainAll) : drainAll();
  const send = (fresh) => {
    for (const [store, row] of fresh) {
      if (store == "outbox" && typeof row == "object") unsent.set(row.id, row);
    }
    turn = turn.then(takeTurn).catch(() => {
    });
  };
  const onPage = ({ type }) => {
    if (page.document.visibilityState == "hidden") {
      const rows = batch([...unsent.values()]);
      if (rows.length && !next) {
        carry(rows).catch(() => page.navigator.sendBeacon(collector, bodyOf(rows)));
      }
    } else {
      online ||= type == "online";
      send([]);
    }
  };
  for (const type of ["visibilitychange", "pageshow", "online"]) {
    page?.addEventListener(type, onPage, end);
  }
  return {
    send,
    close() {
      end.abort();
      clearTimeout(timer);
    }
  };
}
const statusOf = (row) => row?.status ?? null;

export { createSender };
