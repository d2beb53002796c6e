import { createMigrate } from "../engine/createMigrate.ts";
import type { Migrate } from "../engine/engine.ts";

const migrate: Migrate = createMigrate((id) =>
  import(`./migrate/${id}.js`).then((module: { default: never }) => module.default),
);

/** Beside the script tag: fetched as `consentry.migrate.js` where a site came from another tool. */
export default migrate;
