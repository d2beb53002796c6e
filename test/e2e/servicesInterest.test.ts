import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { soon } from "../util/soon.ts";
import { inOneEngine, type OpenPage, type Visit } from "../util/visit.ts";

// A service that the site runs under a legitimate interest: it starts with a notice, and a visitor
// objects to it (GDPR Art. 21) by the toggle of the privacy notice or in the preference centre.

const library = inline({
  ...BASIC,
  services: {
    econda: {
      id: "00000cec-d98025a8-912b",
      container: 12,
      basis: "legitimate-interest",
      reason: "Counting visits without recognising visitors.",
    },
  },
});
const LOADER = "GET l.ecn-ldr.de/loader/loader.js";
const COUNT = "POST www.econda-monitor.de/l/00000";

/** It counts before any decision, while the banner asks for the rest. */
async function visit(open: OpenPage): Promise<Visit> {
  const page = await open({ library, body: `<p id="optout" data-consent-toggle="econda"></p>` });
  await soon(page.calls).toEqual([LOADER, COUNT]);
  await soon(page.view).toBe("banner");
  expect((await page.stored()).cookies).toEqual(["emos_jcvid"]);
  expect(await page.choice()).toBeNull();
  return page;
}

/** The objection is kept, sealed, and obeyed: what it stored is gone, on this page and the next. */
async function expectObjection(page: Visit, method: string): Promise<void> {
  await soon(async () => (await page.choice())?.get("no")?.split(" ")).toContain("econda");
  await soon(async () => (await page.stored()).cookies).toEqual(["consentry"]);
  // econda has no call that stops it: the page comes back without it.
  await soon(() => page.evaluate(() => Consentry.current?.permits("econda"))).toBe(false);
  const sealed = () =>
    page.evaluate(async () => {
      const { proof } = Consentry.current!;
      const last = (await proof.records()).at(-1);
      return { ...last, ok: (await proof.verify())?.ok };
    });
  await soon(sealed).toMatchObject({
    method,
    ok: true,
    trusted: true,
    services: { econda: false },
  });
  await page.settle();
}

await inOneEngine("a legitimate interest", (open, network) => {
  it("is objected to by the toggle of the privacy notice, before and after a choice", async () => {
    const page = await visit(open);
    network.log.clear();
    await page.click("#optout :is(button, input, a), #optout[role]");
    await expectObjection(page, "save");
    expect(page.calls()).toEqual([]);
    await page.reload();
    await page.settle();
    expect(page.calls()).toEqual([]);

    // Taken back where words of ours are shown: the same control opens them.
    await page.click("#optout :is(button, input, a), #optout[role]");
    await soon(page.view).toBe("preferences");
    await page.flip("econda");
    await page.choose("save");
    await soon(page.calls).toEqual([LOADER, COUNT]);
    await soon(async () => (await page.choice())?.get("no")?.split(" ")).not.toContain("econda");
  });

  it("is objected to in the preference centre", async () => {
    const page = await visit(open);
    network.log.clear();
    await page.choose("open-preferences");
    await page.flip("econda");
    await page.choose("save");
    await expectObjection(page, "save");
    expect(page.calls()).toEqual([]);
  });

  it("ends with reject all, and stays with accept all", async () => {
    const page = await visit(open);
    await page.choose("accept-all");
    await soon(page.view).toBe("none");
    expect(await page.evaluate(() => Consentry.current!.permits("econda"))).toBe(true);
    network.log.clear();
    await page.evaluate(() => Consentry.current!.rejectAll());
    await soon(async () => (await page.stored()).cookies).toEqual(["consentry"]);
    await soon(() => page.evaluate(() => Consentry.current?.permits("econda"))).toBe(false);
    await page.settle();
    expect(page.calls()).toEqual([]);
  });
});
