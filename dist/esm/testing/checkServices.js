import { findRemains } from './findLeaks.js';
import { describeLeak, LeakError } from './LeakError.js';
import { readSite } from './readSite.js';
import { setConsent } from './setConsent.js';
import { watchPage } from './watchPage.js';

async function checkServices(matrix) {
  const site = readSite(matrix.site);
  const asked = site.services.filter(({ basis }) => basis == "consent").map(({ id }) => id);
  const ids = matrix.services ?? asked;
  const unknown = ids.filter((id) => !asked.includes(id));
  if (unknown.length) throw new Error(`The site asks for no ${unknown.join(", ")}`);
  const rows = /* @__PURE__ */ new Map();
  for (const service of ids) {
    const none = { undecided: 0, rejected: 0, accepted: 0, withdrawn: 0, granted: 0 };
    rows.set(service, { service, ...none });
  }
  const report = {
    found: [],
    count(step, requests, only = ids) {
      for (const id of only) rows.get(id)[step] = requests.filter(isOf(id)).length;
    }
  };
  await withVisitor(matrix, (visit) => refuse(visit, matrix, report));
  for (const id of ids) {
    await withVisitor(matrix, (visit) => comeAndGo(visit, id, { matrix, site, report }));
  }
  if (report.found.length) {
    const lines = [...new Set(report.found)].map((line) => `  ${line}`);
    throw new Error([`What ${matrix.url} does is not what was chosen:`, ...lines].join("\n"));
  }
  return [...rows.values()];
}
async function withVisitor(matrix, run) {
  const page = await matrix.open();
  try {
    const watch = await watchPage(page, matrix);
    const come = async () => {
      watch.clear();
      await page.goto(matrix.url).catch(() => page.goto(matrix.url));
    };
    await run({ page, watch, come });
    watch.stop();
  } finally {
    await page.context().close();
  }
}
async function refuse({ page, watch, come }, matrix, report) {
  const tell = (step, leaks) => {
    for (const leak of leaks) {
      report.found.push(`${leak.services.join(" or ") || "?"}, ${step}: ${describeLeak(leak)}`);
    }
  };
  await come();
  await watch.expectNothingBefore().catch((error) => tell("undecided", leaksOf(error)));
  report.count("undecided", watch.requests());
  await (matrix.reject ?? press("reject-all"))(page);
  await watch.settle();
  await come();
  await watch.expectOnly().catch((error) => tell("rejected", leaksOf(error)));
  report.count("rejected", watch.requests());
}
async function comeAndGo({ page, watch, come }, id, { matrix, site, report }) {
  const { url, optional = [], patience = 1e4 } = matrix;
  const { hosts = [] } = site.services.find((service) => service.id == id);
  const others = site.services.map((service) => service.id).filter((other) => other != id);
  const tell = (step, what) => void report.found.push(`${id}, ${step}: ${what}`);
  const calls = () => watch.requests().filter(isOf(id));
  const expectCalls = async (step) => {
    if (hosts.length && !optional.includes(id)) {
      if (!await until(() => calls().length > 0, patience)) {
        const hint = "Where this page has none, name it in `optional`";
        tell(step, `nothing was requested from ${hosts.join(", ")}. ${hint}`);
      }
    }
    await watch.settle();
    report.count(step, calls(), [id]);
  };
  await come();
  await (matrix.accept ?? press("accept-all"))(page);
  await expectCalls("accepted");
  await setConsent(page, { site: matrix.site, yes: "all", no: [id], url });
  const remains = async () => findRemains(await watch.snapshot(), site, id, others);
  await until(async () => !(await remains()).length, patience);
  await watch.settle();
  await come();
  await watch.settle();
  for (const leak of await remains()) tell("withdrawn", `still ${describeLeak(leak)}`);
  const after = calls().filter(({ services }) => !services.some((other) => others.includes(other)));
  for (const { method, url: address } of after) {
    tell("withdrawn", `requested ${method} ${address.split(/[?#]/)[0]}`);
  }
  report.count("withdrawn", after, [id]);
  watch.clear();
  await setConsent(page, { site: matrix.site, yes: "all", url });
  await expectCalls("granted");
}
const isOf = (id) => ({ services }) => services.includes(id);
const press = (action) => (page) => page.click(`[data-consentry-action="${action}"]`);
function leaksOf(error) {
  if (error instanceof LeakError) return error.leaks;
  throw error;
}
async function until(holds, patience) {
  const end = Date.now() + patience;
  while (!await holds()) {
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 100));
  }
  return true;
}

export { checkServices };
