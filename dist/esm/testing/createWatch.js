import { resume } from '../core/resume.js';
import { matchesName } from '../lib/matchesName.js';
import { findLeaks } from './findLeaks.js';
import { LeakError } from './LeakError.js';
import { readSite } from './readSite.js';

const PATIENCE = 1e4;
const BEAT = 50;
const HINT = "What is necessary belongs into `allow`, your own hosts into `own`.";
async function createWatch(witness, options) {
  const { quiet = 500, own, allow } = options;
  const site = options.site ? readSite(options.site) : null;
  const before = await witness.snapshot();
  const requests = () => witness.requests().flatMap((request) => {
    const { hostname: host, protocol } = new URL(request.url);
    if (!/^(?:https?|wss?):$/.test(protocol)) return [];
    const claims = ({ hosts }) => (hosts ?? []).some((pattern) => matchesName(pattern, host));
    const services = site?.services.filter(claims).map(({ id }) => id) ?? [];
    return [{ ...request, host, services }];
  });
  const judge = async (permitted) => findLeaks({
    requests: requests(),
    stored: await witness.snapshot(),
    before,
    pages: witness.pages(),
    site,
    permitted,
    decided: (await witness.choice()).length > 0,
    ...own && { own },
    ...allow && { allow }
  });
  const permittedBy = (ids) => {
    const services = site?.services ?? [];
    const known = [...site?.categories ?? [], ...services.map(({ id }) => id)];
    const unknown = ids.filter((id) => !known.includes(id));
    if (unknown.length)
      throw new Error(`The site has no ${unknown.join(", ")}: give it as \`site\``);
    return services.filter(
      ({ id, category, basis }) => basis == "necessary" || ids.includes(id) || ids.includes(category)
    ).map(({ id }) => id);
  };
  const settle = async () => {
    const end = Date.now() + PATIENCE;
    const count = () => new Set(witness.requests().map(({ url }) => url.split(/[?#]/)[0])).size;
    let known = -1;
    while (Date.now() < end && known != count()) {
      known = count();
      await sleep(quiet);
    }
  };
  const decide = async (decision) => {
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
      const unasked = site && resume([], site, 0).services;
      const leaks = await judge(Object.keys(unasked ?? {}).filter((id) => unasked[id]));
      if (leaks.length) {
        throw new LeakError("Before any decision the page did what needs consent:", leaks, HINT);
      }
      if (decision) await decide(decision);
    },
    clear: () => witness.clear(),
    stop: () => witness.stop()
  };
}
const sleep = (time) => new Promise((done) => setTimeout(done, time));

export { createWatch };
