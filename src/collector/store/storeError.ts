/** Why nothing can be promised now. */
export type StoreProblem =
  /** The database cannot be reached, is full, read-only, or did not confirm in time. */
  | "unavailable"
  /** The database refused these very rows; others may pass. */
  | "unstorable"
  /** What is stored contradicts itself: nothing may be signed any more. */
  | "broken";

/** A store that could not do it. The caller must not acknowledge anything. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.problem = problem;
  }
}
