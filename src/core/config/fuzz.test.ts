import { expect, it } from "vitest";
import { fuzzConfigs } from "../../../scripts/fuzz.mjs";
import { parseConfig } from "./parseConfig.ts";
import { resume } from "../choice/resume.ts";

it("2,000 random configurations throw nothing, change no prototype and permit nothing unasked", () => {
  expect(fuzzConfigs({ parseConfig, resume }, { runs: 2000, seed: 1 }).failures).toEqual([]);
});
