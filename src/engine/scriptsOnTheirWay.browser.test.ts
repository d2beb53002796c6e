// A script that is fetched while something changes: its mark, the instance, the machine's patience.
import { describe, expect, it } from "vitest";
import { useEnginePage } from "../../test/util/enginePage.ts";
import { file } from "../../test/util/gatePage.ts";

const its = useEnginePage();

describe("a script on its way", () => {
  const put = (name: string): HTMLElement =>
    its.put(`<script type="text/plain" data-consent="stats" data-src="${file(name)}"></script>`);
  /** The page's own script, which comes behind it. */
  const after = async (): Promise<string[]> => {
    const script = document.createElement("script");
    script.src = file("own");
    its.stage.append(script);
    await expect.poll(() => its.ran).toContain("own");
    return its.ran;
  };

  it("does not run where its mark asks for something that is refused by then", async () => {
    its.start();
    await its.consent.save({ performance: true });
    const script = put("late");
    await Promise.resolve();
    script.setAttribute("data-consent", "ads");
    await Promise.resolve();
    expect(await after()).toEqual(["own"]);
  });

  it("does not run once the instance has ended", async () => {
    its.start();
    await its.consent.acceptAll();
    put("late");
    await Promise.resolve();
    its.consent.destroy();
    expect(await after()).toEqual(["own"]);
  });

  it("that hangs is reported, and waited for no longer", async () => {
    its.start();
    await its.consent.acceptAll();
    put("late");
    await Promise.resolve();
    const { _decisions, _gate } = its.engine;
    const [item] = _gate._queue._line;
    await _decisions._use((it) => it._unstick(item!));
    await expect.poll(() => its.problems.join()).toMatch(/script-timeout \S+say=late/);
  });
});
