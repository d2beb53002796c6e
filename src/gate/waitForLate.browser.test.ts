import { expect, it } from "vitest";
import { inline, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage({ nonce: "ours" }, false);

it("scripts that come to a parsed page wait for what lets them meet it", async () => {
  its.stage.append(inline("runs"));
  its.gate.start();
  its.permit("stats");
  await pause();
  expect(its.ran).toEqual([]);
  its.gate.queue.useLate({ begin: () => () => {}, hasCome: () => true });
  expect(await its.whenRan(1)).toEqual(["runs"]);
});
