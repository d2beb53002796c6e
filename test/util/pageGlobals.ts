import type { Consent } from "../../src/engine/consent.ts";

/** What the page's first script keeps (`html.ts`). */
export interface Seen {
  errors: string[];
  events: { name: string; detail: unknown }[];
  /** Names that gated code of a test page leaves when it runs, in order. */
  ran: string[];
}

/** The script tag's global, as pages use it. */
export interface ConsentryGlobal {
  start(config?: unknown): Consent;
  push(run: (consent: Consent) => void): void;
  readonly current: Consent | null;
  readonly version: string;
}

declare global {
  var seen: Seen;
  var Consentry: ConsentryGlobal;
}
