import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPS } from "../frameworks/apps.ts";
import { buildAhead } from "../frameworks/buildAhead.ts";
import { buildApp } from "../frameworks/buildApp.ts";
import { expectRow, worldOf } from "../frameworks/row.ts";
import { ROWS } from "../frameworks/rows.ts";
import { serveApp, type Served } from "../frameworks/serveApp.ts";
import { inOneEngine } from "../util/visit.ts";

// Real apps, each built by its framework's own tool. `npm run frameworks` has every app and every row; here are the apps that
// most people have, and the rows in which most can go wrong.

const wanted = process.env["CONSENTRY_FRAMEWORKS"];
/** Builders of frameworks are slow: this only ends what hangs. */
const BUILD_MS = 900_000;

let isFirst = true;

await inOneEngine("an app of", (open, network) => {
  const apps = APPS.filter(({ folder, isTested }) =>
    wanted ? wanted == "all" || wanted == folder : isTested,
  );
  const isRepeated = !isFirst;
  isFirst = false;
  const rows = ROWS.filter(({ isShort, isOnce }) => (wanted || isShort) && !(isOnce && isRepeated));
  describe.each(apps.map((app) => [app.name, app] as const))("%s", (_name, app) => {
    let served: Served;
    beforeAll(async () => {
      if (wanted == "all") buildAhead(apps);
      served = await serveApp(app, await buildApp(app));
    }, BUILD_MS);
    afterAll(() => served?.stop());
    const ours = rows.filter(
      ({ needs, unless }) => (!needs || app[needs]) && !(unless && app[unless]),
    );
    // Some rows build a variant of the app as well.
    it.each(ours.map((row) => [row.title, row] as const))(
      "%s",
      async (_title, row) => {
        expect.hasAssertions();
        await expectRow(row, worldOf(app, served, open, network));
      },
      BUILD_MS,
    );
  });
});
