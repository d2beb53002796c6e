import type { KeepConfig } from "../core/config/config.ts";
import { permits } from "../core/choice/permits.ts";
import { CLEAN_UP } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { type Ledger, type Session } from "./session.ts";

/** What follows once consent is gone. */
export interface Withdrawal {
  /** The services' own calls, before anything is erased, so that they do not write it again. */
  revoke(lost: readonly string[]): void;
  /** Tells, erases, and reloads where something that ran cannot be silenced. */
  withdraw(lost: readonly string[]): Promise<void>;
  /** Finishes what a reload cut short, erases what an outdated consent left, sends what waits. */
  tidyUp(): void;
  destroy(): void;
}

export function createWithdrawal(session: Session, keep: KeepConfig, ledger: Ledger): Withdrawal {
  const { config, parts, env, gate, report, running, tell } = session;
  const { window, document } = env;
  let ended = false;

  /** Also where the page's own markup started it. */
  const ran = (id: string): boolean => running?.started.has(id) || gate.hasRun(id);
  const named = (ids: readonly string[]) => config.services.filter(({ id }) => ids.includes(id));
  const permitted = (ids: string): boolean => permits(session.state, ids);

  /** Ended by their vendors: nothing of theirs is needed, whatever was decided. */
  const bygone = config.services.filter((service) => service.ended).map(({ id }) => id);

  const erase = async (lost: readonly string[], looks?: readonly number[]): Promise<void> => {
    // Until the looks have ended: whoever leaves the page before takes the rest of them along.
    const ids = [...new Set([...unfinished().split(" "), ...lost])].join(" ").trim();
    shelf((storage) => storage.setItem(CLEAN_UP, ids));
    const may = (id: string): boolean => permitted(id) && !bygone.includes(id);
    const task = { lost, services: config.services, permits: may };
    try {
      const { cleanUp } = await parts.load("extra");
      session.leftover = await cleanUp(task, { window, document }, looks);
      if (session.leftover.length && !looks) report("not-erasable", session.leftover.join(", "));
      session.made.face?.update();
      if (!looks && ids == unfinished()) shelf((storage) => storage.removeItem(CLEAN_UP));
    } catch {
      report("internal", "clean-up");
    }
  };

  /** What is refused may lie there from before we were asked: erased like what was permitted once. */
  const sweep = async (lost: readonly string[]): Promise<void> => {
    const refused = config.services.filter(({ id }) => !permitted(id) && !lost.includes(id));
    // What is out of reach was perhaps never there.
    const inReach = refused.map((service) => ({
      ...service,
      storage: (service.storage ?? []).filter(
        ({ httpOnly, party }) => !httpOnly && party != "third",
      ),
    }));
    if (!session.state.subjectId || !inReach.some(({ storage }) => storage.length)) return;
    const others = config.services.filter((service) => !refused.includes(service));
    try {
      const { cleanUp } = await parts.load("extra");
      const task = {
        lost: refused.map(({ id }) => id),
        services: [...inReach, ...others],
        permits: permitted,
      };
      const left = await cleanUp(task, { window, document }, [0]);
      if (left.length) report("not-erasable", left.join(", "));
    } catch {
      report("internal", "clean-up");
    }
  };

  /** Where session storage is denied, the clean-up ends with this page. */
  const shelf = (use: (storage: Storage) => string | null | void): string =>
    attempt(() => use(window.sessionStorage)) ?? "";

  const unfinished = (): string => shelf((storage) => storage.getItem(CLEAN_UP));

  return {
    revoke(lost) {
      for (const service of named(lost)) {
        if (!ran(service.id)) continue;
        if (running?.started.has(service.id)) running.started.set(service.id, false);
        running?.guard(service, "revoke");
      }
    },
    async withdraw(lost) {
      void sweep(lost);
      if (!lost.length) return void (bygone.length && erase(bygone));
      tell("withdraw", { services: named(lost).map(({ id }) => id) });
      const quiet = config.services.filter(
        (service) =>
          // A service that is only declared runs by markup, which the gate knows of.
          // Nothing silences a script without a call, however the service is declared: it may be meant for frames.
          (service.silencedBy == "revoke" && service.revoke) ||
          !(service.load ? ran : gate.hasRun)(service.id),
      );
      const loud = lost.some((id) => ran(id) && !quiet.some((service) => service.id == id));
      const reload = keep.reload == "always" || (keep.reload == "auto" && loud);
      await erase([...lost, ...bygone], reload ? [0] : undefined);
      if (!reload || ended) return;
      await ledger.flush();
      window.location.reload();
    },
    tidyUp() {
      const cut = unfinished();
      shelf((storage) => storage.removeItem(CLEAN_UP));
      const ids = session.state.lapse ? config.services.map(({ id }) => id) : cut.split(" ");
      const stale = ids.filter((id) => id && !permitted(id));
      if (stale.length) void erase(stale);
      void ledger.flush();
    },
    destroy() {
      ended = true;
    },
  };
}
