import { sentBytes } from "./readable.mjs";
import { visit } from "./visit.mjs";

/** Functions shorter than this, in characters of the source, are not weighed. */
const LEAST = 120;

/** Ranges of the functions that ran in no phase; one inside another counts as part of it. */
function idleOf(takes) {
  const files = new Map();
  for (const { result } of takes) {
    for (const { url, functions } of result) {
      const file = url.slice(url.lastIndexOf("/") + 1);
      if (!file.endsWith(".js")) continue;
      const known = files.get(file) ?? new Map();
      files.set(file, known);
      for (const { functionName: name, ranges } of functions) {
        const [{ startOffset: start, endOffset: end, count }] = ranges;
        const key = `${start} ${end}`;
        known.set(key, { name, start, end, ran: count > 0 || !!known.get(key)?.ran });
      }
    }
  }
  return new Map(
    [...files].map(([file, known]) => {
      const idle = [...known.values()].filter(({ ran }) => !ran);
      const isInside = (one) =>
        idle.some((other) => other != one && other.start <= one.start && one.end <= other.end);
      return [file, idle.filter((one) => !isInside(one))];
    }),
  );
}

/** The text without the body of each function: its frame stays, because others name it. */
function emptied(code, functions) {
  let text = code;
  for (const { start, end } of functions.toSorted((a, b) => b.start - a.start)) {
    const whole = text.slice(start, end);
    const open = whole.search(/\{\s*\n/);
    // An expression stands for itself.
    if (open < 0 || !whole.endsWith("}")) continue;
    text = `${text.slice(0, start + open)}{}${text.slice(end)}`;
  }
  return text;
}

/**
 * What a first visit with its click fetches and does not run: for each file its bytes as sent, those of all idle functions
 * together, and each function's own.
 */
export async function unused(browser, world, contestant, address, files) {
  const takes = [];
  await visit(browser, world, contestant, address, {
    async begin(session) {
      if (takes.length) return;
      await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    },
    async end(session) {
      takes.push(await session.send("Profiler.takePreciseCoverage"));
    },
  });
  const rows = [];
  for (const [file, idle] of idleOf(takes)) {
    const code = files[file];
    if (!code) continue;
    const all = await sentBytes(file, code);
    const functions = [];
    for (const one of idle.filter(({ start, end }) => end - start >= LEAST)) {
      const bytes = all - (await sentBytes(file, emptied(code, [one])));
      functions.push({ name: one.name.replace(/\$\d+$/, "") || "(anonymous)", bytes });
    }
    rows.push({
      file,
      bytes: all,
      idle: all - (await sentBytes(file, emptied(code, idle))),
      functions: functions.toSorted((a, b) => b.bytes - a.bytes),
    });
  }
  return rows;
}
