import { visit } from "./visit.mjs";

/** Microseconds between two looks at what runs. */
const INTERVAL = 100;
/** Milliseconds that one look stands for at most: a longer gap is the machine doing something else. */
const LONGEST = 2;
/** What is no work of the page's. */
const IDLE = new Set(["(idle)", "(root)"]);

const label = ({ functionName, url, lineNumber }) => {
  if (!url) return { whose: "browser", name: functionName || "(anonymous)" };
  const file = url.slice(url.lastIndexOf("/") + 1);
  if (!file.endsWith(".js")) return { whose: "page", name: functionName || "(the page's scripts)" };
  // Numbers that keep two names of one file apart are not of the sources.
  const name = functionName.replace(/\$\d+$/, "") || `(anonymous, line ${lineNumber + 1})`;
  return { whose: "ours", name: `${name}, ${file}` };
};

/** Adds up what each function took by itself. */
function add(sums, { nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  samples.forEach((id, index) => {
    const frame = byId.get(id);
    if (IDLE.has(frame.functionName)) return;
    const { whose, name } = label(frame);
    const key = `${whose} ${name}`;
    const sum = sums.get(key) ?? { whose, name, ms: 0 };
    // The look before this one says when it began.
    sum.ms += Math.min(LONGEST, Math.max(0, timeDeltas[index]) / 1000);
    sums.set(key, sum);
  });
}

/**
 * Self times of a first visit and of the click, each for one load.
 *
 * @return phase: functions, longest first
 */
export async function selfTimes(browser, world, contestant, address, loads) {
  const phases = { visit: new Map(), click: new Map() };
  for (let load = 0; load < loads; load++) {
    await visit(browser, world, contestant, address, {
      async begin(session) {
        await session.send("Profiler.setSamplingInterval", { interval: INTERVAL });
        await session.send("Profiler.start");
      },
      async end(session, phase) {
        const { profile } = await session.send("Profiler.stop");
        add(phases[phase], profile);
      },
    });
  }
  return Object.fromEntries(
    Object.entries(phases).map(([phase, sums]) => [
      phase,
      [...sums.values()]
        .map((one) => ({ ...one, ms: one.ms / loads }))
        .toSorted((a, b) => b.ms - a.ms),
    ]),
  );
}
