import { vi, type Mock } from "vitest";

/** What the collector does with a request. */
export type Mood =
  /** Stores all and says so. */
  | "well"
  /** Stores all, and the answer is lost. */
  | "deaf"
  /** Answers before anything is stored. */
  | "offline"
  /** Refuses keepalive requests only. */
  | "quota"
  /** Stores and names every second record only. */
  | "half"
  /** Stores all, and answers with half of the text. */
  | "cut"
  /** Answers 200 with a page of HTML. */
  | "html"
  /** Refuses each record for good. */
  | "strict"
  /** Answers with this status and stores nothing. */
  | number;

export interface FakeCollector {
  mood: Mood;
  retryAfter: string | null;
  /** Texts stored, by record id. */
  readonly stored: Map<string, string>;
  /** Snapshots that were sent. */
  readonly notices: string[];
  /** Hashes to ask for. */
  wanted: string[];
  /** Bodies of all requests so far. */
  bodies(): string[];
  readonly fetch: Mock<typeof globalThis.fetch>;
}

/** The text that a request carries. */
export function bodyOf(init: RequestInit | undefined): string {
  return typeof init?.body == "string" ? init.body : "";
}

/** A collector behind an injected `fetch`. */
export function fakeCollector(): FakeCollector {
  const fetch = vi.fn<typeof globalThis.fetch>(async (_url, init) => {
    const { mood } = it;
    if (mood == "offline" || (mood == "quota" && init?.keepalive)) throw new TypeError("fetch");
    const lines = bodyOf(init)
      .split("\n")
      .map((line) => JSON.parse(line) as { text?: string; notice?: string });
    const headers = it.retryAfter ? { "retry-after": it.retryAfter } : {};
    if (typeof mood == "number") return new Response("no", { status: mood, headers });
    if (mood == "html") return new Response("<h1>Welcome to the hotel</h1>");
    const results = lines.flatMap(({ text, notice }, line) => {
      if (notice != null) it.notices.push(notice);
      if (text == null) return [];
      const { id } = JSON.parse(text) as { id: string };
      if (mood == "strict") return [{ line, id, status: "rejected", code: "wrong-site" }];
      if (mood == "half" && line % 2) return [];
      const status = it.stored.has(id) ? "duplicate" : "stored";
      it.stored.set(id, text);
      return [{ line, id, status }];
    });
    if (mood == "deaf") throw new TypeError("connection reset");
    const body = JSON.stringify({ results, checkpoint: "note", wanted: it.wanted });
    return new Response(mood == "cut" ? body.slice(0, body.length / 2) : body, { headers });
  });
  const it: FakeCollector = {
    mood: "well",
    retryAfter: null,
    stored: new Map(),
    notices: [],
    wanted: [],
    bodies: () => fetch.mock.calls.map(([, init]) => bodyOf(init)),
    fetch,
  };
  return it;
}
