import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { PLAIN, inline } from "../util/html.ts";
import { missingFile } from "../util/missingFile.ts";
import { standInAnswer } from "../pages/standIn.ts";
import { inOneEngine } from "../util/visit.ts";

const CHAT = {
  name: "Our chat",
  category: "functional",
  storage: [{ name: "_chat", medium: "cookie", lifetime: "13 months" }],
};
const SERVICES = { hotjar: { id: 1 }, "my-chat": CHAT };
const MARKED = '<script type="text/plain" data-consent="my-chat">seen.ran.push("chat")</script>';
const HOTJAR = "GET static.hotjar.com/c/hotjar-1.js";

await inOneEngine("own and catalogue services in one map", (open, network) => {
  const asked = (): string[] => network.log.entries().map(({ path }) => path);
  const opened = async (options: object, body = MARKED) => {
    network.route("https://static.hotjar.com/c/hotjar-1.js", standInAnswer(""));
    return open({ library: inline({ ...PLAIN, ...options }), body });
  };

  it("run when they are permitted, for a returning visitor too, and are shown and erased alike", async () => {
    const page = await opened({ services: SERVICES });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    expect(page.outside()).toEqual([]);
    await page.evaluate(() => Consentry.current!.show("preferences", "my-chat"));
    const words = () =>
      page.evaluate(() => document.querySelector("[data-consentry]")!.shadowRoot!.textContent);
    await expect.poll(words).toContain("Our chat");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["chat"]);
    await expect.poll(page.calls).toContain(HOTJAR);
    await page.reload();
    await expect.poll(page.ran).toEqual(["chat"]);
    expect(await codes(page)).toEqual([]);
    await page.evaluate(() => {
      document.cookie = "_chat=1";
      void Consentry.current!.withdraw();
    });
    const cookies = async () => (await page.cookies()).map(({ name }) => name);
    await expect.poll(cookies).not.toContain("_chat");
    // No file of that name is looked for.
    expect(asked().filter((path) => path.includes("my-chat"))).toEqual([]);
  });

  it("are read from the file that data-config names", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify({ ...PLAIN, services: SERVICES }),
      headers: { "content-type": "application/json" },
    });
    const page = await open({
      library: '<script defer src="/dist/consentry.js" data-config="/consent.json"></script>',
      body: MARKED,
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["chat"]);
    expect(await codes(page)).toEqual([]);
  });

  it("start by a call of their own, and stop by one", async () => {
    const page = await open({
      library: `<script src="/dist/consentry.js"></script><script>
        Consentry.start({ controller: { name: "Acme BV" }, services: {
          youtube: {},
          "my-chat": {
            name: "Chat", category: "functional", storage: [], silencedBy: "revoke",
            load: () => void seen.ran.push("load"), revoke: () => void seen.ran.push("revoke"),
          },
        } });
      </script>`,
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["load"]);
    await page.evaluate(() => Consentry.current!.withdraw("my-chat"));
    await expect.poll(page.ran).toEqual(["load", "revoke"]);
  });

  it("keep apart what is the catalogue's in another category, and what is nobody's", async () => {
    const page = await opened({
      services: {
        hotjar: { id: 1, category: "marketing" },
        "my-chat": { ...CHAT, category: "nothing" },
        "my-shop": { name: "Shop" },
      },
    });
    await expect.poll(page.view).toBe("banner");
    await expect
      .poll(async () => (await codes(page)).toSorted())
      .toEqual(["service-unavailable", "unknown-category", "unknown-id"]);
    await page.choose("accept-all");
    await expect.poll(page.calls).toContain(HOTJAR);
    expect(await page.ran()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it("stay blocked, each by itself, where the file that makes them is missing", async () => {
    missingFile(network, "consentry.own.js");
    const page = await opened({ services: SERVICES });
    await expect.poll(() => codes(page)).toContain("service-unavailable");
    await page.choose("accept-all");
    await expect.poll(page.calls).toContain(HOTJAR);
    expect(await page.ran()).toEqual([]);
  });
});
