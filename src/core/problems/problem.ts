/** Stable codes: tools and documentation refer to them. Each has its sentence in `explain.ts`. */
export type ProblemCode =
  | "config-not-object"
  | "config-unreadable"
  | "controller-missing"
  | "unknown-option"
  | "wrong-type"
  | "bad-id"
  | "duplicate-id"
  | "unknown-category"
  | "reason-missing"
  | "bad-url"
  | "bad-days"
  | "domain-foreign"
  | "option-format"
  | "bad-storage-item"
  | "too-many"
  | "service-unavailable"
  | "service-ended"
  | "signal-unavailable"
  | "migration-unavailable"
  | "language-unavailable"
  | "ui-unavailable"
  | "proof-unavailable"
  | "unknown-id"
  | "src-not-withheld"
  | "src-set-by-script"
  | "script-not-withheld"
  | "script-type-unknown"
  | "consent-empty"
  | "consent-without-effect"
  | "nonce-missing"
  | "script-failed"
  | "script-timeout"
  | "service-failed"
  | "service-twice"
  | "signal-failed"
  | "listener-failed"
  | "start-missing"
  | "start-too-early"
  | "already-started"
  | "loaded-twice"
  | "not-started"
  | "stale-choice"
  | "not-informed"
  | "storage-refused"
  | "record-refused"
  | "cookie-too-large"
  | "cookie-duplicated"
  | "not-erasable"
  | "unfair-theme"
  | "text-missing"
  | "leak"
  | "policy-host"
  | "policy-narrow"
  | "policy-overlap"
  | "internal";

/** Something that went wrong, told once, never thrown into the page. */
export interface Problem {
  code: ProblemCode;
  /** Where: a path in the configuration (`services[2].id`), an id, a URL, or empty. */
  at: string;
  /** One sentence that says the mend. */
  message: string;
}

/** A problem before its sentence is looked up, so that the sentences need not be in every bundle. */
export interface Finding {
  code: ProblemCode;
  at: string;
}

/** Called by the parts of the parser for each mistake. */
export type Note = (code: ProblemCode, at: string) => void;
