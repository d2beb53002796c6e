import { parseJson } from "../lib/parseJson.ts";
import { backOff, LONGEST_WAIT } from "./backOff.ts";
import { batch, bodyOf } from "./batch.ts";
import { post, type Answer } from "./post.ts";
import type { ProofEnv } from "./proofLog.ts";
import { listOf, settle, UNFIT } from "./settle.ts";
import type { Change, RecordRow, Shelf } from "./shelf.ts";

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
export function createSender(env: ProofEnv, shelves: readonly Shelf[]): Sender {
  const { collector, fetch, locks, now, window: page } = env;
  /** Sealed on this page, carried by no request yet: at `hidden` there is no time to read the device. */
  const unsent = new Map<string, RecordRow>();
  const end = new AbortController();
  const ended = end.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();
  /** The network is back: no need to wait for it any longer. */
  let online = false;
  /** No request before this time, in milliseconds since 1970. */
  let resume = 0;
  let error: number | null = null;

  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => send([]), ms);
  };

  const request = (body: string, keepalive: boolean): Promise<Answer> =>
    post(fetch, collector, body, keepalive);

  /** Posts so that closing the page does not stop it. */
  const carry = (rows: readonly RecordRow[]): Promise<Answer> => {
    for (const { id } of rows) unsent.delete(id);
    return request(bodyOf(rows), true);
  };

  const drain = async (shelf: Shelf): Promise<void> => {
    for (let most: number | undefined; !ended.aborted;) {
      const [outbox, delivery] = await shelf.read("outbox", "delivery");
      const { tries = 0, at = 0, status: last } = delivery[0] ?? {};
      const wait = at - now();
      if (!outbox.length) return;
      if (wait > 0 && wait <= LONGEST_WAIT && !(online && !last)) {
        resume = at;
        return later(wait);
      }

      const rows = batch(outbox, most);
      const answer = await carry(rows)
        .catch((failure: unknown) => {
          // Once more at once: the keepalive bodies of a page share 64 KiB.
          if (failure instanceof TypeError) return request(bodyOf(rows), false);
          throw failure;
        })
        .catch((): Answer => ({ status: 0, body: "" }));
      if (ended.aborted) return;
      const { status, body, retryAfter } = answer;
      const json = status > 199 && status < 300 ? parseJson(body) : undefined;
      const changes = settle(rows, status, json);
      if (!changes.length && rows.length > 1 && UNFIT.includes(status)) {
        most = Math.ceil(rows.length / 2);
        continue;
      }
      error = changes.length ? null : status;
      if (error != null) {
        const pause = backOff(tries, retryAfter, {
          random: env.random(1)[0]! / 255,
          now: now(),
        });
        resume = now() + pause;
        changes.push(["delivery", { key: "next", tries: tries + 1, at: resume, status }]);
      } else if (tries) changes.push(["delivery", "next"]);
      await shelf.write(["delivery"], () => changes);

      for (const [store, row] of changes) {
        if (store != "quarantine" || typeof row == "string") continue;
        env.report("record-refused", `${row.id}: ${row.code}`);
        most = undefined; // The one that was too much is out of the way.
      }
      // The words behind a hash; the hash shows that they are the right ones.
      const wanted = listOf(json, "wanted");
      for (const { key, text } of wanted.length ? (await shelf.read("notices"))[0] : []) {
        if (wanted.includes(key)) await request(JSON.stringify({ notice: text }), false);
      }
    }
  };

  const drainAll = async (): Promise<void> => {
    let pending = 0;
    let quarantined = 0;
    for (const shelf of shelves) {
      // This place or the network refuses just now; the rows stay for another time.
      await drain(shelf).catch(() => {});
      const [outbox, refused] = await shelf.read("outbox", "quarantine").catch(() => [[], []]);
      pending += outbox.length;
      quarantined += refused.length;
    }
    online = false;
    env.onDelivery?.({ pending, quarantined, error });
  };

  /** One sender in a browser. Without locks several do no harm: ids make repeats harmless. */
  const takeTurn = (): Promise<void> =>
    locks
      ? locks
          .request("consentry-send", { ifAvailable: true }, (lock) =>
            lock ? drainAll() : later(TURN),
          )
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
      if (rows.length && resume <= now()) {
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
