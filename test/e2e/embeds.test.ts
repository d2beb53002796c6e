import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { gated } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const VIDEO = "https://www.youtube-nocookie.com/embed/abc";
const IMAGE = "https://media.vendor.test/a.gif";
const service = (id: string, more: object = {}): object => ({
  id,
  name: id == "youtube" ? "YouTube" : "econda",
  category: "marketing",
  storage: [],
  ...more,
});
const library = inline({ ...BASIC, services: [service("youtube")] });
const frame = `<iframe data-consent="youtube" data-src="${VIDEO}" width="400" height="300" title="Film"></iframe>`;

/** How the placeholder's host stands in the page. */
const placeholder = (page: Visit): Promise<string | null> =>
  page.evaluate(
    () =>
      document
        .querySelector("[data-consentry-placeholder]")
        ?.getAttribute("data-consentry-placeholder") ?? null,
  );

await inEveryEngine("embeds", (open, network) => {
  it("a frame is stood in for, without a request, until it is loaded this time", async () => {
    const page = await open({ library, body: frame });
    await page.choose("reject-all");
    await expect.poll(() => placeholder(page)).toBe("youtube");
    await page.settle();
    expect(page.outside()).toEqual([]);

    await page.choose("load-once");
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
    await expect.poll(() => placeholder(page)).toBeNull();
    expect((await page.choice())?.get("yes")).toBe("");

    await expect.poll(page.calls).toContain("POST www.youtube-nocookie.com/youtubei/v1/log_event");
    await page.settle();
    network.log.clear();
    await page.reload();
    await expect.poll(() => placeholder(page)).toBe("youtube");
    await page.settle();
    expect(page.outside()).toEqual([]);
  });

  it("a frame that is always allowed from its placeholder stays so", async () => {
    const page = await open({ library, body: frame });
    await page.choose("reject-all");
    await page.choose("allow-always");
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("youtube");
    network.log.clear();
    await page.reload();
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
  });

  it("one that is always allowed before the banner is answered leaves the other categories to be asked for", async () => {
    const page = await open({ library, body: frame + gated("performance") });
    await expect.poll(() => placeholder(page)).toBe("youtube");
    await page.choose("allow-always");
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
    const state = () => page.evaluate(() => Consentry.current!.state);
    expect(await state()).toMatchObject({ status: "undecided", services: { youtube: true } });
    expect((await state()).pending).toEqual(["performance"]);
    expect(await page.view()).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(async () => (await state()).status).toBe("decided");
  });

  it("a frame loads without a detour once its category is accepted, and goes with its consent", async () => {
    const page = await open({ library, body: frame });
    await page.choose("accept-all");
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
    expect(await placeholder(page)).toBeNull();
    await page.evaluate(() => void Consentry.current!.withdraw("youtube"));
    await expect.poll(() => placeholder(page)).toBe("youtube");
    expect(
      await page.evaluate(() => document.querySelector("iframe")?.getAttribute("src") ?? null),
    ).toBeNull();
  });

  it("each frame that is released is fetched once: in view, far below, hidden, in a page that is parsed", async () => {
    const all = ["view", "far", "none", "later"].map(
      (name) =>
        `${name == "far" ? "<div style='height: 9000px'></div>" : ""}<iframe data-consent="youtube" data-src="${VIDEO}/${name}" title="${name}"${name == "none" ? " style='display: none'" : ""}></iframe>`,
    );
    const wanted = ["far", "later", "none", "view"].map(
      (name) => `GET www.youtube-nocookie.com/embed/abc/${name}`,
    );
    const page = await open({ library, body: all.join("") });
    const fetched = () => page.calls().filter((call) => call.startsWith("GET"));
    await page.choose("accept-all");
    await expect.poll(fetched).toEqual(wanted);
    await page.settle();
    expect(fetched()).toEqual(wanted);
    network.log.clear();
    await page.reload();
    await expect.poll(fetched).toEqual(wanted);
    await page.settle();
    expect(fetched()).toEqual(wanted);
  });

  it("pictures, media, styles and objects wait under data-", async () => {
    const host = "https://media.vendor.test";
    network.route(`${host}/s.css`, {
      body: "h1 { color: rgb(1, 2, 3) }",
      headers: { "content-type": "text/css" },
    });
    const page = await open({
      body: `
        <img data-consent="marketing" data-src="${IMAGE}" alt="">
        <img data-consent="marketing" data-srcset="${host}/b.gif 1x" alt="">
        <video data-consent="marketing" data-src="${host}/film.mp4"></video>
        <audio data-consent="marketing" data-src="${host}/sound.mp3" preload="auto"></audio>
        <link data-consent="marketing" rel="stylesheet" data-href="${host}/s.css">
        <object data-consent="marketing" data-data="${host}/o.html" type="text/html"></object>
        <embed data-consent="marketing" data-src="${host}/e.html" type="text/html">`,
    });
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    const paths = () => [...new Set(page.calls())];
    for (const name of ["a.gif", "b.gif", "s.css", "o.html", "e.html"]) {
      await expect.poll(paths).toContain(`GET media.vendor.test/${name}`);
    }
    // Whether media are fetched ahead of play is the browser's affair; the address is there.
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll("video, audio")].map((media) => media.getAttribute("src")),
    );
    expect(addresses).toEqual([`${host}/film.mp4`, `${host}/sound.mp3`]);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("h1")!).color)).toBe(
      "rgb(1, 2, 3)",
    );
  });

  it("an embed inserted later waits like one that was there at the start", async () => {
    const page = await open({ library });
    await page.choose("reject-all");
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), frame);
    await expect.poll(() => placeholder(page)).toBe("youtube");
    await page.settle();
    expect(page.outside()).toEqual([]);
  });
});

await inEveryEngine("markup that is filled in", (open, network) => {
  const interest = service("econda", {
    category: "performance",
    basis: "legitimate-interest",
    reason: "Counting visits without recognising visitors.",
    storage: [{ name: "emos_jcvid", medium: "cookie", purpose: "Visitor", lifetime: "2 years" }],
  });
  const settings = inline({ ...BASIC, services: [interest] });

  it("a toggle objects to one service at once, shows its state, and leads to where it is taken back", async () => {
    const page = await open({
      library: settings,
      body: `<span id="t" data-consent-toggle="econda"></span>
        <script type="text/plain" data-consent="econda">seen.ran.push("econda")</script>`,
    });
    // Under a declared legitimate interest it runs until somebody objects.
    await expect.poll(page.ran).toEqual(["econda"]);
    const shows = () =>
      page.evaluate(() => {
        const host = document.querySelector("#t")!;
        return (
          (host.shadowRoot ?? host).textContent +
          (host.querySelector("*")?.shadowRoot?.textContent ?? "")
        );
      });
    await expect.poll(shows).toContain("econda");
    const before = await shows();
    await page.click("#t :is(button, input, a), #t[role], button#t");
    await expect.poll(() => page.evaluate(() => Consentry.current!.permits("econda"))).toBe(false);
    await expect.poll(shows).not.toBe(before);
    // One control and one decision, however often the page was looked at.
    await expect.poll(async () => (await shows()).match(/allowed/gi)?.length).toBe(1);
    await expect
      .poll(() => page.evaluate(async () => (await Consentry.current!.proof.records()).length))
      .toBe(1);
    await expect.poll(async () => (await page.choice())?.get("no")).toContain("econda");
    // What ran goes with the page: it loads itself again.
    await expect.poll(page.ran).toEqual([]);
    await page.reload();
    await page.settle();
    expect(await page.ran()).toEqual([]);
    // To allow again takes words of ours: the toggle opens them, and decides nothing.
    await page.click("#t :is(button, input, a), #t[role], button#t");
    await expect.poll(page.view).toBe("preferences");
    expect(await page.ran()).toEqual([]);
    await page.flip("econda");
    await page.choose("save");
    await expect.poll(page.ran).toEqual(["econda"]);
  });

  it("is left as it was sent until the page's deferred scripts and modules have run, which may hydrate it", async () => {
    // What a framework compares is which nodes there are.
    const body = 'found.push(document.querySelectorAll("#app *").length)';
    for (const name of ["deferred", "module"]) {
      const headers = { "content-type": "text/javascript" };
      network.route(`${SITE}/${name}.js`, { body, headers, delay: 1000 });
    }
    const marks = '<p data-consent-toggle="econda"></p><p data-consent-declaration></p>';
    const page = await open({
      head: '<script defer src="/deferred.js"></script><script type="module" src="/module.js"></script>',
      library: settings,
      body: `<div id="app">${frame}${marks}</div>
        <script>found = []</script>`,
    });
    const found = () => page.evaluate(() => (window as unknown as { found: number[] }).found);
    await expect.poll(found).toEqual([3, 3]);
    const filled = () =>
      page.evaluate(() => [
        document.querySelectorAll("#app > [data-consentry-placeholder]").length,
        document.querySelectorAll("#app > p > *").length,
      ]);
    await expect.poll(filled).toEqual([1, 2]);
  });

  it("a declaration lists services, what they store and for how long", async () => {
    const page = await open({
      library: settings,
      body: "<div id=d data-consent-declaration></div>",
    });
    const text = () =>
      page.evaluate(() => {
        const host = document.querySelector("#d")!;
        return [host, ...host.querySelectorAll("*")]
          .map((element) => element.shadowRoot?.textContent ?? "")
          .concat(host.textContent)
          .join(" ");
      });
    await expect.poll(text).toContain("emos_jcvid");
    expect(await text()).toContain("econda");
    expect(await text()).toMatch(/2 years/);
  });

  it("a receipt shows the visitor's own record, with its id, the words and the choices", async () => {
    const page = await open({ library: settings, body: "<div id=r data-consent-receipt></div>" });
    const text = () =>
      page.evaluate(() => {
        const host = document.querySelector("#r")!;
        return [host, ...host.querySelectorAll("*")]
          .map((element) => element.shadowRoot?.textContent ?? "")
          .concat(host.textContent)
          .join(" ");
      });
    await expect.poll(text).toMatch(/no record/i);
    expect((await page.stored()).databases).toEqual([]);
    await page.choose("accept-all");
    const id = await page.evaluate(async () => {
      while (!(await Consentry.current!.proof.records()).length)
        await new Promise((done) => setTimeout(done, 50));
      return Consentry.current!.state.subjectId!;
    });
    await expect.poll(text).toContain(id);
    expect(await text()).toContain("Your privacy, your choice");
    expect(await text()).toMatch(/would like to use cookies.*Performance/);
  });
});
