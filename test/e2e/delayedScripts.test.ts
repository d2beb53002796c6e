import { expect, it } from "vitest";
import { DELAYERS } from "../util/delayers.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const LISTEN = `<script>
  told = [];
  document.addEventListener("consentry:problem", ({ detail }) => told.push(detail));
</script>`;
interface Told {
  told: { code: string; at: string; message: string }[];
}

const leaves = (name: string): string => `seen.ran.push(${JSON.stringify(name)})`;
/** A marked script as a tool has rewritten it: one whose type it keeps, or one that had none. */
const delayed = (name: string, type: string, kept = ""): string =>
  `<script type="${type}" ${kept} data-consent="marketing">${leaves(name)}</script>`;

/** Makes what was delayed run, as those tools do: a new script with the attributes of the old one, in its place. */
const bringBack = (page: Visit): Promise<void> =>
  page.evaluate(
    (tools) => {
      for (const { type, keepsIn } of tools) {
        for (const old of document.querySelectorAll(`script[type="${type}"]`)) {
          const made = document.createElement("script");
          for (const { name, value } of old.attributes) {
            if (name != "type") made.setAttribute(name == keepsIn ? "type" : name, value);
          }
          made.text = old.textContent!;
          old.replaceWith(made);
        }
      }
    },
    DELAYERS.map(({ type, keepsIn }) => ({ type, keepsIn })),
  );
const told = (page: Visit): Promise<Told["told"]> =>
  page.evaluate(() => (window as unknown as Told).told);

await inOneEngine("where a tool delays scripts,", (open) => {
  it("a marked script without type=text/plain is reported, because the tool runs it: of each tool", async () => {
    const page = await open({
      head: LISTEN,
      body: DELAYERS.map(({ name, type }) => delayed(name, type)).join(""),
    });
    await expect.poll(async () => (await told(page)).length).toBe(DELAYERS.length);
    for (const { code, message } of await told(page)) {
      expect(code).toMatch(/^script-(?:type-unknown|not-withheld)$/);
      expect(message).toContain("a plugin that delays scripts");
      expect(message).toContain('Write type="text/plain"');
    }
    expect(await page.ran()).toEqual([]);
    // Which no gate can hold: a script runs as it is put into the page.
    await bringBack(page);
    expect(await page.ran()).toEqual(DELAYERS.map(({ name }) => name));
  });

  it("one that is withheld is held when the tool brings it back, and runs once when it is permitted", async () => {
    const keeping = DELAYERS.filter(({ keepsIn }) => keepsIn);
    const names = keeping.map(({ name }) => name);
    const page = await open({
      head: LISTEN,
      body: keeping
        .map(({ name, type, keepsIn }) => delayed(name, type, `${keepsIn}="text/plain"`))
        .join(""),
    });
    await expect.poll(page.view).toBe("banner");
    await bringBack(page);
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(names);
    await bringBack(page);
    await page.settle();
    expect(await page.ran()).toEqual(names);
    expect(await page.errors()).toEqual([]);
  });

  it("a withheld module that Hummingbird delays is not reported, and runs once when it is permitted", async () => {
    const { type, keepsIn } = DELAYERS.find(({ name }) => name == "Hummingbird")!;
    const page = await open({
      head: LISTEN,
      body:
        delayed("module", type, `${keepsIn}="text/plain" data-type="module"`) +
        delayed("wrong", type, `${keepsIn}="text/javascript"`),
    });
    await expect.poll(page.view).toBe("banner");
    // Both are judged in one go.
    await expect
      .poll(async () => (await told(page)).map(({ at }) => at))
      .toEqual([expect.stringContaining("wrong")]);
    await page.evaluate(() =>
      document.querySelector("[data-wphb-type='text/javascript']")!.remove(),
    );
    await bringBack(page);
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["module"]);
    expect(await told(page)).toHaveLength(1);
  });

  it("what it brings back after the choice runs once as well", async () => {
    const [tool] = DELAYERS;
    const page = await open({
      body: delayed("late", tool!.type, `${tool!.keepsIn}="text/plain"`),
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await bringBack(page);
    await expect.poll(page.ran).toEqual(["late"]);
  });
});
