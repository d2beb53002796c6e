import { expect, it } from "vitest";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine } from "../util/visit.ts";

const library = inline({ ...BASIC, reload: "never" });

await inEveryEngine("a page that leaves in the task of a decision", (open) => {
  it("does not lose it, and `permits` is right in that task", async () => {
    const page = await open({ library, body: gated("performance", "", leaves("ran")) });
    /** Decides and leaves in one task, and waits for the page that comes. */
    const leave = async (kind: "acceptAll" | "withdraw"): Promise<boolean> => {
      const permits = await page.evaluate((kind) => {
        const consent = Consentry.current!;
        void consent[kind]();
        Object.assign(window, { isOld: true });
        location.reload();
        return consent.permits("performance");
      }, kind);
      await expect
        .poll(() => page.evaluate(() => "isOld" in window || !Consentry.current?.state.revision))
        .toBe(false);
      return permits;
    };
    // The code that decides is there.
    await page.evaluate(() => Consentry.current!.rejectAll());

    expect(await leave("acceptAll")).toBe(true);
    expect((await page.choice())?.get("yes")).toBe("performance marketing");
    await expect.poll(page.ran).toEqual(["ran"]);

    // Who has decided before fetches it with the first call, which is to be awaited.
    await page.evaluate(() => Consentry.current!.acceptAll());
    expect(await leave("withdraw")).toBe(false);
    expect((await page.choice())?.get("no")).toBe("performance marketing");
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("decided");
    expect(await page.ran()).toEqual([]);
  });
});
