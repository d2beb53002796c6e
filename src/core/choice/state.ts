/** Where a decision came from. */
export type Source =
  "banner" | "preferences" | "placeholder" | "toggle" | "api" | "gpc" | "import" | "agent";

/** Why an earlier choice no longer counts. */
export type Lapse = "expired" | "invalidated";

/** What is decided: a frozen snapshot, as plain objects that can be cloned, sent and stored. */
export interface State<Category extends string = string, ServiceId extends string = string> {
  /** `"decided"` when every category that is asked for has an answer that still counts. */
  readonly status: "undecided" | "decided";
  /** Random id of this browser's choices while one of them permits something, else null. */
  readonly subjectId: string | null;
  /** When the choice was made, in milliseconds since 1970, or null. */
  readonly decidedAt: number | null;
  /** When it ends, in milliseconds since 1970, or null. */
  readonly expiresAt: number | null;
  /** The whole number `revision` of the configuration. */
  readonly revision: number;
  /** Each category and whether it is permitted. */
  readonly categories: Readonly<Record<Category | "necessary", boolean>>;
  /** Each service and whether it is permitted. */
  readonly services: Readonly<Record<ServiceId, boolean>>;
  /** Where the decision came from, or null when it was read back or there is none. */
  readonly source: Source | null;
  /** Categories that wait for an answer. */
  readonly pending: readonly Category[];
  /** Categories that were refused, and services refused with them, by themselves, or objected to. */
  readonly refused: readonly (Category | ServiceId)[];
  /** Why an earlier choice no longer counts, or null. */
  readonly lapse: Lapse | null;
}

/** What a person or a program wants. */
export type Intent = (
  | {
      /** Permits everything. */
      kind: "accept-all";
    }
  | {
      /** Refuses everything. */
      kind: "reject-all";
    }
  | {
      /** Changes what is named. */
      kind: "save";
      /** Ids of categories and services with `true` for a yes and `false` for a no. */
      choices: Readonly<Record<string, boolean>>;
    }
  | {
      /** Takes consent back. */
      kind: "withdraw";
      /** Category or service. Absent: everything. */
      id?: string;
    }
) & {
  /** Where it came from. */
  source: Source;
  /** True when a real user event asked for it (`Event.isTrusted`). */
  trusted: boolean;
  /** Of a `save`: categories that wait for an answer and are not named go on waiting. */
  partial?: boolean;
};

/** What the consent log calls a decision (terms of ISO/IEC TS 27560 and DPV). */
export type ConsentEvent =
  "given" | "renewed" | "refused" | "changed" | "withdrawn" | "expired" | "invalidated";

/** A decision and what follows from it, as data. */
export interface Decision<Category extends string = string, ServiceId extends string = string> {
  /** The state from now on. */
  state: State<Category, ServiceId>;
  /** What the consent log calls it. */
  event: ConsentEvent;
  /** Kind of intent, as the record names it. */
  method: Intent["kind"];
  /** Where it came from. */
  source: Source;
  /** True when a real user event asked for it (`Event.isTrusted`). */
  trusted: boolean;
  /** Categories and services that became permitted. */
  gained: readonly (Category | ServiceId)[];
  /** Categories and services that are no longer permitted. */
  lost: readonly (Category | ServiceId)[];
  /** Ids that the intent named and the configuration does not know. */
  unknown: readonly string[];
}
