import type { Finding, ProblemCode } from "../core/problems/problem.ts";
import type { Consent, ConsentEvents } from "./consent.ts";

/** What an instance has to say, to listeners, to the page and to the site's author. */
export interface Reporter {
  /** Each problem is reported once, with its words where they can be had. */
  _report(this: void, code: ProblemCode, at?: string, names?: Finding["names"]): void;
  /** Something in the configuration is wrong; the words follow once the instance is started. */
  _note(this: void): void;
  _emit<Type extends keyof ConsentEvents>(
    this: void,
    type: Type,
    detail: ConsentEvents[Type],
  ): void;
  readonly _on: Consent["on"];
  /** From now on, the page hears of it as well. */
  _start(document: Document): void;
  _stop(): void;
}
