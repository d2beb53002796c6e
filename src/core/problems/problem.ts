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
  | "option-missing"
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
  | "unknown-mark"
  | "src-not-withheld"
  | "src-set-by-script"
  | "script-not-withheld"
  | "script-type-unknown"
  | "consent-empty"
  | "consent-without-effect"
  | "nonce-missing"
  | "script-failed"
  | "script-timeout"
  | "script-again"
  | "service-failed"
  | "service-idle"
  | "service-twice"
  | "signal-failed"
  | "listener-failed"
  | "start-missing"
  | "start-too-early"
  | "already-started"
  | "loaded-twice"
  | "other-library"
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
  | "reopen-missing"
  | "leak"
  | "policy-host"
  | "policy-narrow"
  | "policy-overlap"
  | "policy-shut"
  | "internal";

/** Something that went wrong, reported once, never thrown into the page. */
export interface Problem {
  /** Stable code: tools and documentation refer to it. */
  code: ProblemCode;
  /** Where: a path in the configuration (`services[2].id`), an id, a URL, or empty. */
  at: string;
  /** One sentence that says how to fix it. */
  message: string;
}

/** A problem before its sentence is looked up, so that the sentences need not be in every bundle. */
export interface Finding {
  code: ProblemCode;
  at: string;
  /** The names that count there: the sentence proposes the nearest. */
  names?: readonly string[] | undefined;
}

/** Called by the parts of the parser for each mistake. */
export type Note = (code: ProblemCode, at: string, names?: readonly string[]) => void;
