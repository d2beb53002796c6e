import type { App } from "./apps.ts";
import { buildApp } from "./buildApp.ts";
import { buildStarter } from "./buildStarter.ts";

/** Builds all that rows open, in the order in which they do, while browsers try what is built already. */
export function buildAhead(apps: readonly App[]): void {
  const builds = apps.flatMap((app) => {
    const { compares, exported, without, starters = [] } = app;
    return [
      buildApp(app),
      ...(compares
        ? [
            buildApp(
              { ...app, build: compares.build ?? app.build },
              compares.variant,
              "development",
            ),
          ]
        : []),
      ...(exported
        ? [buildApp({ ...app, build: exported.build ?? app.build }, exported.variant)]
        : []),
      ...starters.map((starter) => buildStarter(app, starter)),
      ...(without ? [buildApp(app, without)] : []),
    ];
  });
  // The row that needs it says what failed.
  void Promise.allSettled(builds);
}
