import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { matchesName } from "../lib/matchesName.ts";
import { findLeaks } from "./findLeaks.ts";
import { LeakError } from "./LeakError.ts";
import { readSite } from "./readSite.ts";
import type { Choosing, Leak, SeenRequest, Snapshot, Watch, WatchOptions } from "./watch.ts";

/** What a witness knows of a request; the rest follows from the site's configuration. */
export type RawRequest = Omit<SeenRequest, "host" | "services">;

/** Where a watch has its knowledge from. */
export interface Witness {
  /** Requests since its making or the last `clear`. */
  requests(): readonly RawRequest[];
  clear(): void;
  snapshot(): Promise<Snapshot>;
  /** Texts of the choice cookie that are there. */
  choice(): Promise<string[]>;
  /** Hosts of the site itself. */
  pages(): readonly string[];
  /** Does what visitors do before they decide: scripts often wait for the first sign of life. */
  stir(): Promise<void>;
  press(button: "accept-all" | "reject-all"): Promise<unknown>;
  stop(): void;
}

const PATIENCE = 10_000; // milliseconds
const BEAT = 50; // milliseconds
const HINT = "What is necessary belongs into `allow`, your own hosts into `own`.";

/** Makes a watch of what a witness saw. */
export async function createWatch(witness: Witness, options: WatchOptions): Promise<Watch> {
  const { quiet = 500, own, allow } = options;
  const site = options.site ? readSite(options.site) : null;
  const before = await witness.snapshot();

  const requests = (): SeenRequest[] =>
    witness.requests().flatMap((request) => {
      const { hostname: host, protocol } = new URL(request.url);
      if (!/^(?:https?|wss?):$/.test(protocol)) return [];
      const claims = ({ hosts }: { hosts?: readonly string[] }): boolean =>
        (hosts ?? []).some((pattern) => matchesName(pattern, host));
      const services = site?.services.filter(claims).map(({ id }) => id) ?? [];
      return [{ ...request, host, services }];
    });

  const judge = async (permitted: readonly string[]): Promise<Leak[]> =>
    findLeaks({
      requests: requests(),
      stored: await witness.snapshot(),
      before,
      pages: witness.pages(),
      site,
      permitted,
      decided: (await witness.choice()).length > 0,
      ...(own && { own }),
      ...(allow && { allow }),
    });

  const permittedBy = (ids: readonly string[]): string[] => {
    const services = site?.services ?? [];
    const known = [...(site?.categories ?? []), ...services.map(({ id }) => id)];
    const unknown = ids.filter((id) => !known.includes(id));
    if (unknown.length)
      throw new Error(`The site has no ${unknown.join(", ")}: give it as \`site\``);
    return services
      .filter(
        ({ id, category, basis }) =>
          basis == "necessary" || ids.includes(id) || ids.includes(category),
      )
      .map(({ id }) => id);
  };

  const settle = async (): Promise<void> => {
    const end = Date.now() + PATIENCE;
    // A recorder sends to the same address for ever: only a new address is news.
    const count = (): number =>
      new Set(witness.requests().map(({ url }) => url.split(/[?#]/)[0])).size;
    let known = -1;
    while (Date.now() < end && known != count()) {
      known = count();
      await sleep(quiet);
    }
  };

  const decide = async (decision: Choosing): Promise<void> => {
    await (typeof decision == "string" ? witness.press(decision) : decision());
    const end = Date.now() + PATIENCE;
    while (!(await witness.choice()).length) {
      if (Date.now() > end)
        throw new Error("The decision was not stored: there is no choice cookie");
      await sleep(BEAT);
    }
  };

  return {
    requests,
    snapshot: () => witness.snapshot(),
    settle,
    leaks: (...permitted) => judge(permittedBy(permitted)),
    async expectOnly(...permitted) {
      const ids = permittedBy(permitted);
      await settle();
      const leaks = await judge(ids);
      const only = permitted.length ? `only ${permitted.join(", ")} may run` : "nothing may run";
      if (leaks.length)
        throw new LeakError(`The page did what needs consent; ${only}:`, leaks, HINT);
    },
    async expectNothingBefore(decision) {
      if ((await witness.choice()).length) {
        throw new Error("A choice is stored already: watch a visitor who has not decided");
      }
      await witness.stir();
      await settle();
      // Legitimate interests that a site expressly declares run until someone objects.
      const unasked = site && resume(storedChoice([]), site, 0).services;
      const leaks = await judge(Object.keys(unasked ?? {}).filter((id) => unasked![id]));
      if (leaks.length) {
        throw new LeakError("Before any decision the page did what needs consent:", leaks, HINT);
      }
      if (decision) await decide(decision);
    },
    clear: () => witness.clear(),
    stop: () => witness.stop(),
  };
}

const sleep = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));
