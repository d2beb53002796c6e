import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const library = inline({ ...BASIC, services: { hotjar: {} } });

/** Decides, so that nothing of the interface is on show. */
async function decided(page: Visit): Promise<Visit> {
  await page.choose("reject-all");
  await expect.poll(page.view).toBe("none");
  return page;
}

/** Leaves by Escape, which decides nothing. */
async function leave(page: Visit): Promise<void> {
  await page.press("Escape");
  await expect.poll(page.view).toBe("none");
}

await inOneEngine("the reopen link", (open, network) => {
  it("opens the preference centre from data-consent-open and from #cookie-settings", async () => {
    const page = await decided(
      await open({
        library,
        body: `<button id="button" data-consent-open>Cookies</button>
          <a id="link" href="#cookie-settings">Cookie settings</a>`,
      }),
    );
    for (const opener of ["#button", "#link"]) {
      await page.click(opener);
      await expect.poll(page.view).toBe("preferences");
      await leave(page);
    }
    expect((await page.choice())?.get("no")).toContain("performance");
  });

  it("works in a menu or a component that keeps its clicks to itself", async () => {
    const page = await decided(
      await open({
        library,
        body: `<div id="menu"><button id="button" data-consent-open>Cookies</button></div>
          <script>menu.addEventListener("click", (event) => event.stopPropagation());</script>`,
      }),
    );
    await page.click("#button");
    await expect.poll(page.view).toBe("preferences");
  });

  it("works on a page that its own code writes again", async () => {
    const page = await decided(await open({ library }));
    // Twice: what listens again does so each time.
    for (const id of ["first", "second"]) {
      await page.evaluate((made) => {
        document.open();
        document.write(`<!doctype html><html lang="en"><title>New</title>
          <button id="${made}" data-consent-open>Cookies</button>`);
        document.close();
      }, id);
      await page.click(`#${id}`);
      await expect.poll(page.view).toBe("preferences");
      await leave(page);
    }
  });

  it("works from elements that were added later, and from inside them", async () => {
    const page = await decided(await open({ library }));
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "/privacy#cookie-settings";
      link.id = "late-link";
      link.append("Settings");
      const button = document.createElement("button");
      button.setAttribute("data-consent-open", "");
      button.append(
        Object.assign(document.createElement("b"), { id: "inside", textContent: "Settings" }),
      );
      document.body.append(link, button);
      link.setAttribute("href", "#cookie-settings");
    });
    for (const opener of ["#late-link", "#inside"]) {
      await page.click(opener);
      await expect.poll(page.view).toBe("preferences");
      await leave(page);
    }
  });

  it("opens the part that is named", async () => {
    const page = await decided(
      await open({
        library,
        body: '<button id="b" data-consent-open="services">Services</button>',
      }),
    );
    await page.click("#b");
    await expect.poll(page.view).toBe("preferences");
    // The switch of the one service is in sight without another click.
    await page.flip("hotjar");
    await page.choose("save");
    await expect.poll(async () => (await page.choice())?.get("yes")).toContain("hotjar");
  });

  it("opens at once for a visitor who arrives by a link to #cookie-settings", async () => {
    const page = await decided(await open({ library }));
    await page.goto("about:blank");
    await page.goto("https://www.shop.test/#cookie-settings");
    await expect.poll(page.view).toBe("preferences");
  });

  it("that is a button of ours is on every page, also for who has decided before", async () => {
    const page = await decided(
      await open({ library: inline({ ...BASIC, reopenButton: true }), body: "<p>Text</p>" }),
    );
    await page.reload();
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
  });

  it("that was forgotten is reported where the owner looks; a button stands in after the choice", async () => {
    network.route(`${SITE}/forgotten`, html({ library }));
    network.route(
      `${SITE}/linked`,
      html({
        head: "<style>::part(choices) { grid-template-columns: 1fr 3fr }</style>",
        library,
        body: '<a href="#cookie-settings">S</a>',
      }),
    );
    const page = await open({ library });
    await page.choose("reject-all");
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    await page.settle();
    expect(await codes(page)).not.toContain("reopen-missing");
    // The owner's check asks in the address.
    await page.goto(`${SITE}/forgotten#consentry-check`);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await expect.poll(() => codes(page)).toContain("reopen-missing");
    await page.goto(`${SITE}/linked#consentry-check`);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await expect.poll(() => codes(page)).toContain("unfair-theme");
    expect(await codes(page)).not.toContain("reopen-missing");
  });
});
