import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { soon } from "../util/soon.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

const LEFT = ["_gaexp", "_gaexp_rc", "_opt_awcid", "_opt_expid", "_opt_utmc"];
/** What an experiment of years ago left on the device. */
const left = `<script>
  for (const name of ${JSON.stringify(LEFT)}) {
    document.cookie = name + "=1; path=/; max-age=3600; domain=shop.test";
  }
  window.problems = [];
</script>`;
const listen = `<script>
  Consentry.push((consent) => consent.on("problem", ({ code, at }) => problems.push(code + " " + at)));
</script>`;

declare global {
  var problems: string[];
}
const problems = (page: Visit): Promise<string[]> => page.evaluate(() => globalThis.problems);

await inOneEngine("what has ended", (open) => {
  const services = { "google-optimize": {} };

  for (const decision of ["accept-all", "reject-all"] as const) {
    it(`Google Optimize is told once, loads nothing, and is swept away at ${decision}`, async () => {
      const page = await open({
        head: left,
        library: inline({ ...BASIC, services }) + listen,
      });
      await soon(() => problems(page)).toEqual(["service-ended services.google-optimize"]);
      await soon(page.view).toBe("banner");
      expect((await page.stored()).cookies).toEqual([...LEFT].sort());

      await page.choose(decision);
      const choice = { ...NOTHING, cookies: ["consentry"], databases: ["consentry"] };
      await soon(page.stored).toEqual(choice);
      await page.settle();
      expect(page.outside()).toEqual([]);
      expect(await problems(page)).toEqual(["service-ended services.google-optimize"]);
      // No reload: the page is the one that the visitor decided on.
      expect((await page.events()).filter(({ name }) => name == "ready")).toHaveLength(1);
      expect(await page.errors()).toEqual([]);
    });
  }

  it("a mistake in a script tag's options of a service is told, with its place", async () => {
    const page = await open({
      head: left,
      library:
        inline({
          ...BASIC,
          services: { hotjar: { id: "12x" }, matomo: { category: "nowhere" } },
        }) + listen,
    });
    await soon(async () => (await problems(page)).sort()).toEqual([
      "option-format services.hotjar.id (/^\\d{1,12}$/)",
      "unknown-category services.matomo.category",
    ]);
    expect(await page.evaluate(() => Consentry.current!.permits("matomo"))).toBe(false);
  });
});
