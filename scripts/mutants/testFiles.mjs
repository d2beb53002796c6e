// The test files that judge mutants inside a page: each takes others in, as they are.

const TOP = `import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
const nameOf = (task) => (task.suite ? nameOf(task.suite) + " > " : "") + task.name;
`;

const take = (path) =>
  `describe(${JSON.stringify(path)}, async () => void (await import(${JSON.stringify(`/${path}`)})));\n`;

/** Counts how often each test of a file passes by each mutant. */
export const coverageFile = (path) => `${TOP}
const mutants = (globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } });
beforeEach(({ task }) => void (mutants.currentTestId = nameOf(task)));
afterEach(() => void (mutants.currentTestId = undefined));
afterAll(({}, file) => void (file.meta.passed = mutants.mutantCoverage));
${take(path)}`;

/**
 * Runs the tests that pass by a mutant, until one fails.
 *
 * @param limit how often it may be passed by
 * @param tests test file and the names of its tests; `*` for all of them
 */
export const mutantFile = (id, limit, tests) => `${TOP}
globalThis.__stryker__ = { activeMutant: ${JSON.stringify(id)}, hitCount: 0, hitLimit: ${limit} };
const wanted = new Map(${JSON.stringify(tests)});
const each = (task, use) => {
  for (const child of task.tasks ?? []) each(child, use);
  use(task);
};
let all;
// What no test waits for makes a run red as well.
const loose = [];
for (const type of ["error", "unhandledrejection"]) {
  addEventListener(type, ({ error, reason }) => loose.push(error ?? reason ?? new Error(type)));
}
afterAll(() => {
  if (loose.length) throw loose[0];
});
// What does not run takes none of its hooks along.
const skip = (task) => {
  if (task.tasks ? task.tasks.every(({ mode }) => mode == "skip") : !task.result) task.mode = "skip";
};
beforeAll(async ({}, file) => {
  // What the mutant before has left behind.
  localStorage.clear();
  sessionStorage.clear();
  for (const pair of document.cookie.split("; ")) {
    document.cookie = pair.split("=")[0] + "=; max-age=0; path=/";
  }
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  all = file;
  each(file, (task) => {
    if (task.tasks) return skip(task);
    let top = task;
    while (top.suite) top = top.suite;
    const names = wanted.get(top.name);
    if (!names.includes("*") && !names.includes(nameOf(task))) skip(task);
  });
});
afterEach(({ task }) => {
  if (task.result?.state == "fail") each(all, skip);
});
${tests.map(([path]) => take(path)).join("")}`;
