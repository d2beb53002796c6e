import { expect, it } from "vitest";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, NOTHING } from "../util/visit.ts";

const DAY = 86_400; // seconds
const GATED = '<script type="text/plain" data-consent="performance">seen.ran.push("ran")</script>';

await inEveryEngine("the stored choice", (open, network) => {
  it("is one first-party cookie that any language can parse, for 180 days", async () => {
    const page = await open({
      library: inline({
        ...BASIC,
        services: [{ id: "ads", name: "Ads", category: "marketing", storage: [] }],
      }),
    });
    await page.evaluate(() => Consentry.current!.save({ performance: true, ads: true }));
    await expect.poll(page.choice).not.toBeNull();
    const [cookie, ...others] = await page.cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({
      name: "consentry",
      path: "/",
      sameSite: "Lax",
      secure: true,
      httpOnly: false,
    });
    expect(cookie!.domain).toMatch(/^\.?www\.shop\.test$/);
    const days = (cookie!.expires - Date.now() / 1000) / DAY;
    expect(Math.round(days)).toBe(180);

    const choice = new URLSearchParams(cookie!.value);
    expect(choice.get("v")).toBe("1");
    expect(choice.get("r")).toBe("1");
    expect(choice.get("yes")).toBe("performance ads");
    expect(choice.get("no")).toBe("marketing");
    expect(choice.get("id")).toMatch(/^[\w-]{8,64}$/);
    expect(Math.abs(Number(choice.get("t")) - Date.now() / 1000)).toBeLessThan(60);
    // Sent as plain text: a server needs no decoding but that of a query string.
    expect(cookie!.value).toContain("&yes=performance");
  });

  it("is not Secure on plain http, where it would be refused", async () => {
    const page = await open({}, { url: "http://www.shop.test/" });
    await page.choose("reject-all");
    await expect
      .poll(async () => (await page.cookies()).map(({ name, secure }) => ({ name, secure })))
      .toEqual([{ name: "consentry", secure: false }]);
    await page.reload();
    await page.settle();
    expect(await page.view()).not.toBe("banner");
  });

  it("is shared with other hosts by domain, and bound to one by hostOnly", async () => {
    const shared = await open({ library: inline({ ...BASIC, domain: "shop.test" }) });
    await shared.choose("reject-all");
    await expect.poll(async () => (await shared.cookies())[0]?.domain).toBe(".shop.test");
    const bound = await open({ library: inline({ ...BASIC, hostOnly: true }) });
    await bound.choose("reject-all");
    await expect.poll(async () => (await bound.cookies())[0]?.name).toBe("__Host-consentry");
    await bound.reload();
    await bound.settle();
    expect(await bound.view()).not.toBe("banner");
  });

  it("does not look into the visitor's storage before there is something to find or to seal", async () => {
    const head = `<script>{
      window.touched = [];
      for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
        const { get } = Object.getOwnPropertyDescriptor(window, name);
        Object.defineProperty(window, name, {
          configurable: true,
          get() { touched.push(name); return get.call(this); },
        });
      }
    }</script>`;
    const page = await open({ head });
    const touched = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { touched: string[] }).touched);
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await touched()).toEqual([]);
    await page.choose("reject-all");
    await expect.poll(touched).toContain("indexedDB");
  });

  it("writes nothing before the decision; only a reach for the banner opens the empty database", async () => {
    const page = await open({});
    await expect.poll(page.view).toBe("banner");
    await page.click("h1");
    await page.settle();
    expect(await page.stored()).toEqual(NOTHING);
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    expect({ ...(await page.stored()), databases: [] }).toEqual(NOTHING);
    expect((await page.stored()).databases.filter((name) => name != "consentry")).toEqual([]);
    await page.press("Escape");
    await page.settle();
    expect(await page.choice()).toBeNull();
  });

  it("counts as none when it does not parse, is too old, or is foreign", async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = `v=1&id=abcdefgh12345678&t=${now}&r=1&yes=performance&no=marketing`;
    const values = [
      good.replace("v=1", "v=2"),
      good.replace(`t=${now}`, `t=${now - 181 * DAY}`),
      good.replace(`t=${now}`, `t=${now + 400 * DAY}`),
      good.replace("r=1", "r=9"),
      good, // No fingerprint: not of this site's question.
      "%E0%A4%A",
      "%",
      "yes=performance",
      '{"performance":true}',
      `${good}&yes=marketing`,
      good.replace("no=marketing", "no=performance"),
      "x".repeat(4000),
      "",
    ];
    const page = await open({ library: "" });
    for (const [index, value] of values.entries()) {
      const address = `https://www.shop.test/value-${index}`;
      network.route(address, {
        body: html({ body: GATED }),
        headers: {
          "content-type": "text/html",
          "set-cookie": `consentry=${value}; Path=/; Secure; SameSite=Lax`,
        },
      });
      await page.goto(address);
      await expect.poll(page.view, { message: value.slice(0, 80) }).toBe("banner");
      expect(await page.ran(), value.slice(0, 80)).toEqual([]);
      expect(await page.errors()).toEqual([]);
    }
  });

  it("counts as none when there are two of that name, and is one again after a decision", async () => {
    const page = await open({ body: GATED });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["ran"]);
    // From a page without the library: the one that decided looks again, and loads itself again.
    network.route("https://www.shop.test/plain", html({ library: "" }));
    await page.goto("https://www.shop.test/plain");
    await page.evaluate(() => {
      document.cookie = `${document.cookie.split("; ")[0]}; path=/; domain=shop.test; secure`;
    });
    await page.goto("https://www.shop.test/");
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect((await page.cookies()).filter(({ name }) => name == "consentry")).toHaveLength(1);
  });

  it("asks again when the revision, the controller or the services change, and not for a wording", async () => {
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    const visit = (config: object): Promise<void> => {
      network.route("https://www.shop.test/", {
        body: html({ library: inline(config), body: GATED }),
        headers: { "content-type": "text/html" },
      });
      return page.goto("https://www.shop.test/");
    };
    const added = [{ id: "stats", name: "Stats", category: "performance", storage: [] }];
    await visit({ ...BASIC, texts: { "*": { "banner.title": "Hello" } }, layout: "bar" });
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.settle();
    expect(await page.view()).not.toBe("banner");
    for (const changed of [
      { ...BASIC, revision: 2 },
      { controller: { name: "Someone else" } },
      { ...BASIC, services: added },
    ]) {
      await visit(changed);
      await expect.poll(page.view).toBe("banner");
      await page.settle();
      expect(await page.ran()).toEqual([]);
    }
    // Only what changed is asked again: the other category keeps its answer.
    expect(await page.evaluate(() => Consentry.current!.state.categories)).toMatchObject({
      performance: false,
      marketing: true,
    });
  });
});
