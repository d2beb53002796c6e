// Every run of the tests draws the same inputs for its properties, so that what a change broke is red and nothing else.
// `CONSENTRY_SEED=7 npm run test:unit` draws others; a failure prints the seed.
import fc from "fast-check";

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env["CONSENTRY_SEED"] ?? 1),
});
