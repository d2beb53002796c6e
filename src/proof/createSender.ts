import { SEND_LOCK } from "../core/config/names.ts";
import { parseJson } from "../lib/parseJson.ts";
import { backOff, LONGEST_WAIT } from "./backOff.ts";
import { batch, bodyOf } from "./batch.ts";
import { post, type Answer } from "./post.ts";
import type { ProofEnv } from "./proofLog.ts";
import { listOf, readAnswer, UNFIT } from "./readAnswer.ts";
import type { Change, DeliveryRow, RecordRow, RecordStore } from "./recordStore.ts";

/** Brings records to the collector. */
export interface Sender {
  /** Sends what waits. `fresh` was just written: its outbox rows are known without reading the device. */
  send(fresh: readonly Change[]): void;
  /** Stops: no more requests, no listeners, no timers. */
  close(): void;
}

/** Milliseconds until a tab asks again whether another one is still sending. */
const TURN = 3000;

/**
 * Makes the sender. A row leaves the outbox only when the collector has named its id: as stored, or
 * as refused for good, which moves it to quarantine. Everything else is tried again, also after a
 * reload: how long to wait is kept beside the rows.
 */
export function createSender(env: ProofEnv, stores: readonly RecordStore[]): Sender {
  const { collector, fetch, locks, now, window: page } = env;
  /** Sealed on this page, carried by no request yet: at `hidden` there is no time to read the device. */
  const unsent = new Map<string, RecordRow>();
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();
  /** The network is back: no need to wait for it any longer. */
  let online = false;
  /** Set while an attempt has failed and the next one is to come. */
  let next: DeliveryRow | undefined;

  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => send([]), ms);
  };

  const request = (body: string, keepalive = false): Promise<Answer> =>
    post(fetch, collector, body, keepalive);

  /**
   * Posts so that closing the page does not stop it; after a failure without that, for the keepalive bodies
   * of a page share 64 KiB, and others may have used them up.
   */
  const carry = (rows: readonly RecordRow[]): Promise<Answer> => {
    for (const { id } of rows) unsent.delete(id);
    return request(bodyOf(rows), !next);
  };

  const drain = async (store: RecordStore): Promise<void> => {
    for (let most: number | undefined; ;) {
      const [outbox, [kept]] = await store.run(["outbox", "delivery"]);
      if (!outbox.length || end.signal.aborted) return;
      next = kept;
      const wait = (next?.at ?? 0) - now();
      if (wait > 0 && wait <= LONGEST_WAIT && !(online && !next?.status)) return later(wait);

      const rows = batch(outbox, most);
      const answer = await carry(rows).catch((): Answer => ({ status: 0, body: "" }));
      if (end.signal.aborted) return;
      const { status, body } = answer;
      const json = status > 199 && status < 300 ? parseJson(body) : undefined;
      const changes = readAnswer(rows, status, json);
      if (!changes.length && rows.length > 1 && UNFIT.includes(status)) {
        most = Math.ceil(rows.length / 2);
        continue;
      }
      next = changes.length
        ? undefined
        : backOff(next, answer, { random: env.random(1)[0]! / 255, now: now() });
      changes.push(["delivery", next ?? "next"]);
      await store.run(["delivery"], () => changes);

      for (const [store, row] of changes) {
        if (store != "quarantine" || typeof row == "string") continue;
        env.report("record-refused", `${row.id}: ${row.code}`);
        most = undefined; // The one that was too much is out of the way.
      }
      const wanted = listOf(json, "wanted");
      const [notices] = await store.run(["notices"]);
      for (const { key, text } of notices) {
        // The words behind a hash; the hash shows that they are the right ones.
        if (wanted.includes(key)) await request(JSON.stringify({ notice: text }));
      }
    }
  };

  const drainAll = async (): Promise<void> => {
    let pending = 0;
    let quarantined = 0;
    next = undefined;
    for (const store of stores) {
      // This place or the network refuses just now; the rows stay for another time.
      await drain(store).catch(() => {});
      const [outbox, refused] = await store.run(["outbox", "quarantine"]).catch(() => [[], []]);
      pending += outbox.length;
      quarantined += refused.length;
    }
    online = false;
    env.onDelivery?.({ pending, quarantined, error: statusOf(next) });
  };

  /** One sender in a browser. Without locks several do no harm: ids make repeats harmless. */
  const takeTurn = (): Promise<void> =>
    locks
      ? locks
          .request(SEND_LOCK, { ifAvailable: true }, (lock) => (lock ? drainAll() : later(TURN)))
          .catch(drainAll) // Locks are refused here (opaque origin).
      : drainAll();

  const send = (fresh: readonly Change[]): void => {
    for (const [store, row] of fresh) {
      if (store == "outbox" && typeof row == "object") unsent.set(row.id, row);
    }
    turn = turn.then(takeTurn).catch(() => {}); // A listener's own mistake.
  };

  /** Hidden may be the last that a page hears. What waits goes out; nothing is deleted for it. */
  const onPage = ({ type }: Event): void => {
    if (page!.document.visibilityState == "hidden") {
      const rows = batch([...unsent.values()]);
      if (rows.length && !next) {
        carry(rows).catch(() => page!.navigator.sendBeacon(collector, bodyOf(rows)));
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
    },
  };
}

const statusOf = (row: DeliveryRow | undefined): number | null => row?.status ?? null;
