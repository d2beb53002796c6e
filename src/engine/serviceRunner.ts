import type { Service } from "../core/config/service.ts";

/** The services that bring their own loader. */
export interface ServiceRunner {
  /** Starts what is permitted and not started; tells the others of their new grant. */
  _start(this: void): void;
  /** Tells a service that ran of the withdrawal. */
  _revoke(this: void, service: Service): void;
  /** Ids of services that were started, and whether they have heard of a withdrawal since. */
  readonly _started: ReadonlyMap<string, boolean>;
  /** Whether a held script is one that a service loads. */
  _loads(this: void, held: Element): boolean;
}
