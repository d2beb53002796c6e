import { expect, it } from "vitest";
import { googleSnippet, hotjarSnippet, uetSnippet } from "../util/snippets.ts";
import { inOneEngine, NOTHING } from "../util/visit.ts";

// The judge judged: a page without the library must be caught red-handed in every way that the other
// tests rely on, or their silence would prove nothing.
await inOneEngine("the judge", (open) => {
  it("sees every request, cookie and key of tags that nobody holds back", async () => {
    const page = await open({
      library: "",
      head: googleSnippet() + hotjarSnippet() + uetSnippet(),
    });
    await expect
      .poll(page.calls)
      .toEqual([
        "GET bat.bing.com/action/0",
        "GET bat.bing.com/bat.js",
        "GET script.hotjar.com/modules.0f3c.js",
        "GET static.hotjar.com/c/hotjar-123456.js",
        "GET www.googletagmanager.com/gtag/js",
        "POST in.hotjar.com/api/v2/client/sites/123456/visit-data",
        "POST www.google-analytics.com/g/collect",
      ]);
    expect(await page.stored()).toEqual({
      ...NOTHING,
      cookies: [
        "_ga",
        "_ga_TEST123",
        "_hjSessionUser_123456",
        "_hjSession_123456",
        "_uetsid",
        "_uetvid",
      ],
      local: ["_uetsid", "_uetsid_exp", "_uetvid", "_uetvid_exp", "hjActiveViewportIds"],
      session: ["hjViewportId"],
    });
    expect((await page.cookies()).find(({ name }) => name == "_ga")?.domain).toBe(".shop.test");
    expect(await page.errors()).toEqual([]);
  });

  it("sees pictures, frames, preconnects and sockets", async () => {
    const page = await open({
      library: "",
      head: '<link rel="preconnect" href="https://www.facebook.com">',
      body: `<img src="https://www.facebook.com/tr?id=1">
        <iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>
        <script>new WebSocket("wss://ws.hotjar.com/api/v2")</script>`,
    });
    await expect
      .poll(page.calls)
      .toEqual([
        "GET ws.hotjar.com/api/v2",
        "GET www.facebook.com/tr",
        "GET www.youtube-nocookie.com/embed/x",
        "POST www.youtube-nocookie.com/youtubei/v1/log_event",
      ]);
    expect(page.outside().map(({ kind }) => kind)).toContain("websocket");
  });

  it("is silent about a page that asks nobody else", async () => {
    const page = await open({ library: "" });
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);
  });
});
