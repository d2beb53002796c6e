import type { GateConfig, KeepConfig } from "../config/config.ts";
import type { Service } from "../config/service.ts";
import { permittedOnlyIn } from "./permittedOnlyIn.ts";
import type { State } from "./state.ts";

/** What lies between two states. */
export interface Transition {
  readonly before: State;
  readonly after: State;
  /** Ids of categories and services that became permitted. */
  readonly gained: readonly string[];
  /** Ids of those that are no longer permitted. */
  readonly lost: readonly string[];
  /** Services that lost consent after they had run: their own calls are due. */
  readonly _revoked: readonly Service[];
  /** Whether something that ran can only be ended by loading the page again. */
  readonly _mustReload: boolean;
}

/** What ran on this page, which no state can tell. */
export interface Ran {
  /** Whether a script or embed that the page marked with the id ran. */
  marked(id: string): boolean;
  /** Whether a service's own code was started. */
  started(id: string): boolean;
}

const NOTHING_RAN: Ran = { marked: () => false, started: () => false };

/** Says what a change of state means. Pure: the same for a decision, another tab, expiry, GPC and an import. */
export function transition(
  before: State,
  after: State,
  config: Pick<GateConfig, "services"> & Pick<KeepConfig, "reload">,
  ran: Ran = NOTHING_RAN,
): Transition {
  const lost = permittedOnlyIn(before, after);
  const services = config.services.filter(({ id }) => lost.includes(id));
  const revoked = services.filter(({ id }) => ran.started(id) || ran.marked(id));
  /** A service that is only declared runs by the page's markup; one without code of its own never started. */
  const isLoud = (id: string): boolean => {
    const service = services.find((one) => one.id == id);
    if (!service) return ran.marked(id);
    // Nothing silences a script without a call, however the service is declared: it may be meant for frames.
    if (service.silencedBy == "revoke" && service.revoke) return false;
    return ran.marked(id) || (!!service.load && ran.started(id));
  };
  return {
    before,
    after,
    gained: permittedOnlyIn(after, before),
    lost,
    _revoked: revoked,
    _mustReload:
      lost.length > 0 &&
      (config.reload == "always" || (config.reload == "auto" && lost.some(isLoud))),
  };
}
