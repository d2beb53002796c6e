import { permits } from '../core/permits.js';
import { attempt } from '../lib/attempt.js';
import { PENDING } from './session.js';

function createWithdrawal(session, keep, ledger) {
  const { config, parts, env, gate, report, running, tell } = session;
  const { window, document } = env;
  let ended = false;
  const ran = (id) => running?.started.has(id) || gate.hasRun(id);
  const named = (ids) => config.services.filter(({ id }) => ids.includes(id));
  const permitted = (ids) => permits(session.state, ids);
  const bygone = config.services.filter((service) => service.ended).map(({ id }) => id);
  const erase = async (lost, looks) => {
    const ids = [.../* @__PURE__ */ new Set([...unfinished().split(" "), ...lost])].join(" ").trim();
    shelf((storage) => storage.setItem(PENDING, ids));
    const may = (id) => permitted(id) && !bygone.includes(id);
    const task = { lost, services: config.services, permits: may };
    try {
      const { cleanUp } = await parts.load("extra");
      session.leftover = await cleanUp(task, { window, document }, looks);
      if (session.leftover.length && !looks) report("not-erasable", session.leftover.join(", "));
      session.made.face?.update();
      if (!looks && ids == unfinished()) shelf((storage) => storage.removeItem(PENDING));
    } catch {
      report("internal", "clean-up");
    }
  };
  const shelf = (use) => attempt(() => use(window.sessionStorage)) ?? "";
  const unfinished = () => shelf((storage) => storage.getItem(PENDING));
  return {
    revoke(lost) {
      for (const service of named(lost)) {
        if (!ran(service.id)) continue;
        if (running?.started.has(service.id)) running.started.set(service.id, false);
        running?.guard(service, "revoke");
      }
    },
    async withdraw(lost) {
      if (!lost.length) return void (bygone.length && erase(bygone));
      tell("withdraw", { services: named(lost).map(({ id }) => id) });
      const quiet = config.services.filter(
        (service) => (
          // A service that is only declared runs by markup, which the gate knows of.
          service.silencedBy == "revoke" || !(service.load ? ran : gate.hasRun)(service.id)
        )
      );
      const loud = lost.some((id) => ran(id) && !quiet.some((service) => service.id == id));
      const reload = keep.reload == "always" || keep.reload == "auto" && loud;
      await erase([...lost, ...bygone], reload ? [0] : void 0);
      if (!reload || ended) return;
      await ledger.flush();
      window.location.reload();
    },
    tidyUp() {
      const cut = unfinished();
      shelf((storage) => storage.removeItem(PENDING));
      const ids = session.state.lapse ? config.services.map(({ id }) => id) : cut.split(" ");
      const stale = ids.filter((id) => id && !permitted(id));
      if (stale.length) void erase(stale);
      void ledger.flush();
    },
    destroy() {
      ended = true;
    }
  };
}

export { createWithdrawal };
