import { expect, it } from "vitest";
import { inline, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage({ _nonce: "ours" }, false);

it("scripts that come to a parsed page wait for what lets them meet it", async () => {
  its.stage.append(inline("runs"));
  its.gate._start();
  its.permit("stats");
  await pause();
  expect(its.ran).toEqual([]);
  its.gate._queue._useLate({ _begin: () => () => {}, _hasCome: () => true });
  expect(await its.whenRan(1)).toEqual(["runs"]);
});
