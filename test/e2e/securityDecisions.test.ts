import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const gated = '<script type="text/plain" data-consent="performance">seen.ran.push("ran")</script>';
const SIBLING = "https://evil.shop.test/";
const STATS = {
  id: "stats",
  name: "Stats",
  category: "performance",
  storage: [
    { name: "_st", medium: "cookie" },
    { name: "_st_*", medium: "cookie" },
  ],
};

const codes = (page: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const told: string[] = [];
    Consentry.current!.on("problem", ({ code }) => told.push(code))();
    return told;
  });

await inOneEngine("a decision that the visitor did not make", (open, network) => {
  /** What the cookie of somebody who accepted everything says: anybody can make one. */
  async function acceptance(config: object): Promise<string> {
    const page = await open({ library: inline(config) });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.cookies()).length).toBe(1);
    return (await page.cookies())[0]!.value;
  }
  /** A page of a sibling host that sets these cookies. */
  const sibling = (...cookies: string[]): void =>
    network.route(SIBLING, {
      body: html({ library: "" }),
      headers: { "content-type": "text/html", "set-cookie": cookies },
    });

  it("is not made by a sibling host's second cookie, nor by one of a longer path", async () => {
    const value = await acceptance(BASIC);
    const address = `${SITE}/shop/page`;
    const page = await open({ body: gated }, { url: address });
    await expect.poll(page.view).toBe("banner");
    // Until it is read back, what another plants meanwhile is put right.
    await page.evaluate(() => Consentry.current!.rejectAll());
    for (const path of ["/", "/shop", "/shop/"]) {
      sibling(`consentry=${value}; Domain=shop.test; Path=${path}; Secure`);
      await page.goto(SIBLING);
      await page.goto(address);
      await expect.poll(page.view, { message: path }).toBe("banner");
      expect(await page.ran()).toEqual([]);
      await expect.poll(() => codes(page)).toContain("cookie-duplicated");
      // The visitor's next choice takes the planted one away.
      await page.choose("reject-all");
      await expect.poll(async () => (await page.cookies()).length).toBe(1);
      expect((await page.choice())?.get("yes")).toBe("");
    }
  });

  it("is taken from a sibling's cookie where none is stored, and with hostOnly never", async () => {
    const value = await acceptance(BASIC);
    const planted = ["/", "/shop"].flatMap((path) =>
      [
        `__Host-consentry=${value}`,
        `consentry=${value}`,
        `=__Host-consentry=${value}`, // A cookie without a name is sent as its value alone.
        `__Host-consentr%79=${value}`,
        `__host-consentry=${value}`,
        `\t__Host-consentry=${value}`,
        `__Host-consentry =${value}`,
        `\u00c2\u00a0__Host-consentry=${value}`, // A space that does not break, in UTF-8.
        `x=1, __Host-consentry=${value}`,
      ].map((pair) => `${pair}; Domain=shop.test; Path=${path}; Secure`),
    );
    const page = await open({ library: inline({ ...BASIC, hostOnly: true }), body: gated });
    sibling(...planted);
    await page.goto(SIBLING);
    await page.goto(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("reject-all");
    await expect
      .poll(async () => (await page.cookies()).map(({ name }) => name))
      .toContain("__Host-consentry");
    await page.goto(SIBLING);
    await page.goto(`${SITE}/`);
    await page.settle();
    expect(await page.view()).not.toBe("banner");
    expect(await page.evaluate(() => Consentry.current!.permits("performance"))).toBe(false);
    expect(await page.ran()).toEqual([]);

    // A byte that is no UTF-8 blinds Chromium's `document.cookie`: asked again at worst, and nothing is permitted.
    sibling(`\u00a0x=1; Domain=shop.test; Path=/; Secure`);
    await page.goto(SIBLING);
    await page.goto(`${SITE}/`);
    await page.settle();
    expect(await page.evaluate(() => Consentry.current!.permits("performance"))).toBe(false);
    expect(await page.ran()).toEqual([]);

    const trusting = await open({ body: gated });
    sibling(planted[1]!); // Without the prefix.
    await trusting.goto(SIBLING);
    await trusting.goto(`${SITE}/`);
    await expect.poll(trusting.ran).toEqual(["ran"]);
  });

  it("is not made, nor the page stalled, by cookies whose names are patterns", async () => {
    const long = `_st_(a+)+$${"a".repeat(2000)}!`;
    const kept = ["(a+)+$", ".*", "^_st", "_st|consentry", "_stX", "[", "\\", "_s*", "*"];
    const page = await open({ library: inline({ ...BASIC, services: [STATS], reload: "never" }) });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.evaluate(
      (names) => {
        for (const name of names) document.cookie = `${name}=1; Path=/`;
      },
      [...kept, "_st", "_st_1", long],
    );
    // Read as an expression, the first would keep the page longer than any test waits.
    await page.evaluate(() => {
      void Consentry.current!.withdraw("stats");
    });
    const names = async () => (await page.cookies()).map(({ name }) => name).toSorted();
    await expect.poll(names).toEqual([...kept, "consentry"].toSorted());
    expect(await page.errors()).toEqual([]);
  });

  it("is not kept when it was made in a frame of another site, and frame-ancestors keeps the page out", async () => {
    const top = "https://evil.test/";
    const tell = `<script>addEventListener("load", async () => {
      Consentry.current.acceptAll();
      await Consentry.current.when("performance");
      parent.postMessage("decided " + document.cookie, "*");
    })</script>`;
    network.route(`${SITE}/framed`, html({ body: gated + tell }));
    network.route(`${SITE}/guarded`, {
      body: html({ body: gated + tell }),
      headers: { "content-type": "text/html", "content-security-policy": "frame-ancestors 'none'" },
    });
    const framing = (path: string): string =>
      html({
        library: "<script>onmessage = ({ data }) => seen.ran.push(data)</script>",
        body: `<iframe src="${SITE}${path}" width="800" height="600"></iframe>`,
      });
    const page = await open(framing("/framed"), { url: top });
    await expect.poll(page.ran).toEqual(["decided "]);
    network.route(`${SITE}/`, html({ body: gated }));
    await page.goto(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    expect(await page.choice()).toBeNull();
    expect(await page.ran()).toEqual([]);

    network.log.clear();
    network.route(top, framing("/guarded"));
    await page.goto(top);
    await page.settle();
    const asked = network.log
      .entries()
      .flatMap(({ kind, path }) => (kind == "request" ? [path] : []));
    expect(asked).toContain("/guarded");
    expect(asked).not.toContain("/dist/consentry.js");
    expect(await page.ran()).toEqual([]);
  });

  it("is recorded as what it was: by a program, by a made-up event, by a real click or key", async () => {
    const page = await open({
      library: inline({ ...BASIC, services: [STATS], reload: "never" }),
      body: `<a data-consent-toggle="stats">Stats</a>
        <iframe data-consent="stats" data-src="/inside" width="300" height="200"></iframe>`,
    });
    await expect.poll(page.view).toBe("banner");
    const made = async (count: number) => {
      await expect
        .poll(() => page.evaluate(async () => (await Consentry.current!.proof.records()).length))
        .toBe(count);
      const records = await page.evaluate(() => Consentry.current!.proof.records());
      const { method, source, trusted } = records.at(-1)!;
      return [method, source, trusted];
    };
    const button = (action: string): Promise<void> =>
      page.evaluate((wanted) => {
        const hosts = document.querySelectorAll("[data-consentry],[data-consentry-placeholder]");
        const found = [...hosts].flatMap((host) => [
          ...host.shadowRoot!.querySelectorAll(`[data-consentry-action="${wanted}"]`),
        ]);
        found[0]!.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      }, action);
    await button("accept-all");
    expect(await made(1)).toEqual(["accept-all", "banner", false]);
    await page.evaluate(() => document.querySelector<HTMLElement>("a")!.click());
    expect(await made(2)).toEqual(["save", "toggle", false]);
    await button("allow-always");
    expect(await made(3)).toEqual(["save", "placeholder", false]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    expect(await made(4)).toEqual(["accept-all", "api", false]);
    await page.click("[data-consent-toggle]");
    expect(await made(5)).toEqual(["save", "toggle", true]);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await page.choose("reject-all");
    expect(await made(6)).toEqual(["reject-all", "banner", true]);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("[data-consentry]")!;
      shadowRoot!.querySelector<HTMLElement>('[data-consentry-action="accept-all"]')!.focus();
    });
    await page.press("Enter");
    expect(await made(7)).toEqual(["accept-all", "banner", true]);
  });
});
