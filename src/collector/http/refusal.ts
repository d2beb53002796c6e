/** Stable codes of what the collector answers when it does not do what was asked. */
export type RefusalCode =
  | "not-found"
  | "method-not-allowed"
  | "origin-not-allowed"
  | "type-not-supported"
  | "encoding-not-supported"
  | "body-too-large"
  | "body-too-slow"
  | "not-utf-8"
  | "no-lines"
  | "too-many-lines"
  | "too-many-requests"
  | "too-busy"
  | "storage-full"
  | "not-durable"
  | "token-required"
  | "bad-request"
  | "internal";

/** Status codes that go with them. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 429 | 500 | 503;

/** A whole request that is refused. Thrown by the checks, answered in one place. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly code: RefusalCode;
  /** Seconds for `Retry-After`, where trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(status: RefusalStatus, code: RefusalCode, retryAfter?: number) {
    super(code);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
