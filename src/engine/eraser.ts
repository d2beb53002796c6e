import type { Transition } from "../core/choice/transition.ts";

/** Erases what services left behind. Comes when there is something to erase. */
export interface Eraser {
  /**
   * Erases what lost services left. It looks again for seconds, which no one waits for; before a reload it looks
   * once, and the promise ends then.
   */
  _erase(step: Transition, bygone: readonly string[]): Promise<unknown> | void;
  /** Finishes what a reload cut short, and erases what an outdated consent left. */
  _finish(this: void): void;
}
