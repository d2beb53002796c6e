import type { Entry } from "../../pages/log.ts";
import { CATEGORY, type ServiceId } from "./walkPage.ts";

/** What a page tells: our cookie changed, an element began to fetch from a vendor, or the machine had no time for it. */
export interface Note {
  kind: "choice" | "start" | "stall";
  /** Milliseconds since 1970, by the same clock as the log's. */
  at: number;
  view: string;
  text?: string;
  url?: string;
  /** Length of a stall, in milliseconds. */
  ms?: number;
}

/** A tab hears of another tab's decision within this, in milliseconds. */
export const NEWS = 1000;
/** A view whose vendor only a reload silences is gone within this after it heard (on a busy machine). */
export const RELOAD = 10_000;

/** Whether a cookie text permits a service: read anew here, not by the library. */
export function permitsText(text: string, id: ServiceId): boolean {
  const query = new URLSearchParams(text);
  const has = (list: string, one: string): boolean =>
    (query.get(list) ?? "").split(" ").includes(one);
  if (has("yes", id) || has("no", id)) return has("yes", id);
  return has("yes", CATEGORY[id]);
}

/**
 * Judges requests. One is right if, at the moment when the browser began it, the stored choice
 * permitted its service. That moment is the page's own: the time that a vendor's code wrote into its
 * call, or the time at which an element got its address. So a request that is under way when consent
 * goes is right if it was begun before, and wrong if it was begun after, however late it arrives.
 *
 * Two allowances, both promised: a tab hears of another tab's withdrawal within a second of the time that
 * the machine has for it; what ran and has no call to silence it (`ads`) goes on until the reload.
 */
export class WalkJudge {
  readonly notes: Note[] = [];
  private readonly requests: Entry[] = [];

  add(entry: Entry): void {
    if (entry.kind == "request") this.requests.push(entry);
  }

  /** Requests so far that are wrong, as lines. */
  wrong(): string[] {
    return this.requests.flatMap((entry) => {
      const id = entry.host.split("-")[0] as ServiceId;
      const query = new URLSearchParams(entry.query);
      const stamp = Number(query.get("t"));
      const start = stamp
        ? { at: stamp, view: query.get("view") ?? "" }
        : this.initialFocus(`https://${entry.host}${entry.path}${entry.query}`, entry.at);
      const beat = stamp > 0 && id == "ads";
      if (this.permitted(id, start.at, start.view, beat)) return [];
      return [
        `${id} asked at ${start.at} (${entry.path}${entry.query}, arrived ${entry.at}) while not permitted`,
      ];
    });
  }

  /** The last time before its arrival at which an element got the address; none known: its arrival. */
  private initialFocus(url: string, arrived: number): { at: number; view: string } {
    const begun = this.notes.filter((note) => note.url == url && note.at <= arrived + 5);
    return begun.at(-1) ?? { at: arrived, view: "" };
  }

  private permitted(id: ServiceId, at: number, view: string, running: boolean): boolean {
    const choices = this.notes
      .filter(({ kind }) => kind == "choice")
      .toSorted((one, other) => one.at - other.at);
    // Two things of one millisecond may be noted in either order.
    for (let index = choices.length - 1; index >= 0; index--) {
      const { at: since, view: by, text = "" } = choices[index]!;
      if (since > at) continue;
      if (permitsText(text, id)) return true;
      const grace = (by == view ? 1 : NEWS + this.stalled(view, since)) + (running ? RELOAD : 0);
      if (at - since > grace) return false;
    }
    return false;
  }

  /** For how long a page had no time to hear of anything since a moment, in milliseconds. */
  private stalled(view: string, since: number): number {
    return this.notes
      .filter((note) => note.kind == "stall" && note.view == view)
      .reduce((sum, { at, ms = 0 }) => sum + Math.max(0, at + ms - Math.max(at, since)), 0);
  }

  /** When the stored choice last changed. */
  lastChoice(): number {
    return Math.max(0, ...this.notes.flatMap(({ kind, at }) => (kind == "choice" ? [at] : [])));
  }
}
