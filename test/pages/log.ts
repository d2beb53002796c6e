/** One thing that a browser sent, as seen at the network's end. */
export interface Entry {
  /** Milliseconds since 1970. */
  at: number;
  /** `connect`: a tunnel was opened, before anything was asked for. */
  kind: "connect" | "request" | "websocket";
  method: string;
  host: string;
  path: string;
  /** With its `?`, or empty. */
  query: string;
  /** The `Cookie` header, or empty. */
  cookie: string;
  /** Headers that tell who asked and why. */
  headers: Readonly<Record<string, string>>;
  /** The first 65,536 characters of what was sent. */
  body: string;
}

/** What went over the wire. Judges are built on this, not on what the page believes. */
export interface RequestLog {
  add(entry: Entry): void;
  entries(): readonly Entry[];
  clear(): void;
  /** Calls back for each new entry; gives the undo. */
  onAdd(listener: (entry: Entry) => void): () => void;
}

const MOST = 5000;

export function createLog(): RequestLog {
  let entries: Entry[] = [];
  const listeners = new Set<(entry: Entry) => void>();
  return {
    add(entry) {
      if (entries.length >= MOST) entries.shift();
      entries.push(entry);
      for (const listener of listeners) listener(entry);
    },
    entries: () => [...entries],
    clear() {
      entries = [];
    },
    onAdd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
