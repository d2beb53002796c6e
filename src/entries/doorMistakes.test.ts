import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import * as reactRouter from "../adapters/reactRouter.ts";
import * as tanstack from "../adapters/tanstack.ts";
import astro from "./astro.ts";
import { withConsentry } from "./next.config.ts";
import { readConsent as readNext } from "./next.ts";
import nuxt from "./nuxt.ts";
import { createConsentServer } from "./react-router.server.ts";
import { createPermits, readConsent } from "./server.ts";
import { consentHandle } from "./sveltekit.ts";

const OPTIONS = { controller: { name: "Acme BV" }, categories: ["performance"] };
const none = undefined as never;

describe("consentry/next says what is wrong:", () => {
  it("the options are missing behind the configuration", async () => {
    const made = withConsentry({}, none);
    await expect(made()).rejects.toThrow("withConsentry(nextConfig, { config: options })");
  });

  it("a configuration that is a function is not lost: it is asked for the phase", async () => {
    const made = withConsentry(
      (phase) => Promise.resolve({ distDir: phase, transpilePackages: ["ours"], env: { A: "1" } }),
      { config: OPTIONS },
    );
    const config = await made("phase-production-build", { defaultConfig: none });
    expect(config).toMatchObject({
      distDir: "phase-production-build",
      transpilePackages: ["ours", "consentry"],
      env: { A: "1" },
    });
    expect(Object.keys(config.env)).toContain("CONSENTRY_HEAD");
  });

  it.each<[string, unknown]>([
    ["headers() without await", Promise.resolve(new Headers())],
    ["what cookies() gives", { get: () => none, getAll: () => [], has: () => false }],
    ["nothing", none],
    ["headers of Node.js", { cookie: "a=1" }],
  ])("readConsent is given %s", (_what, given) => {
    expect(() => readNext(given as Headers, OPTIONS)).toThrow(
      "readConsent(await headers(), options)",
    );
  });

  it("readConsent takes what Next.js gives, and a request's", () => {
    expect(readNext(new Headers({ cookie: "a=1" }), OPTIONS).state.status).toBe("undecided");
    expect(readNext({ get: () => null }, OPTIONS).state.status).toBe("undecided");
  });
});

describe("consentry/astro says what is wrong:", () => {
  const setup = (integrations: { name: string }[], made = astro({ config: OPTIONS })) =>
    made.hooks["astro:config:setup"]({
      config: { integrations },
      injectScript() {},
      addMiddleware() {},
      updateConfig() {},
    });
  const ours = { name: "consentry" };

  it("the integration is listed twice", async () => {
    await expect(setup([ours, { name: "sitemap" }, ours])).rejects.toThrow("listed twice");
    await expect(setup([ours, { name: "sitemap" }])).resolves.toBeUndefined();
  });

  it("the options are missing", async () => {
    await expect(setup([ours], astro(none))).rejects.toThrow("the options, which are undefined");
    await expect(setup([ours], astro({ config: none }))).rejects.toThrow("are undefined");
  });
});

describe("consentry/nuxt says what is wrong:", () => {
  const app = () => ({
    options: { buildDir: "/b", modules: [], build: { templates: [] }, plugins: [] },
    hook() {},
  });

  it("the module is listed twice", async () => {
    const one = app();
    await nuxt({ config: OPTIONS }, one);
    await expect(nuxt({ config: OPTIONS }, one)).rejects.toThrow("listed twice");
  });

  it("the options are missing", async () => {
    await expect(nuxt({}, app())).rejects.toThrow("the options, which are undefined");
  });
});

describe("consentry/sveltekit says what is wrong:", () => {
  const event = () => ({ request: new Request("https://shop.test/"), locals: {} });
  const resolve = () => new Response("<html><head></head></html>");

  it("two hooks answer one request, each of two requests has its own", async () => {
    const [one, other] = [consentHandle(OPTIONS), consentHandle(OPTIONS)];
    const both = one({ event: event(), resolve: (event) => other({ event, resolve }) });
    await expect(both).rejects.toThrow("two hooks of consentHandle");
    await expect(one({ event: event(), resolve })).resolves.toBeInstanceOf(Response);
    await expect(other({ event: event(), resolve })).resolves.toBeInstanceOf(Response);
  });

  it("the options are missing", async () => {
    const answer = consentHandle(none)({ event: event(), resolve });
    await expect(answer).rejects.toThrow("the options, which are undefined");
  });
});

describe("a page of React's frameworks says what is wrong:", () => {
  it("its server handed over a promise, because await is missing", () => {
    const page = createConsentServer(OPTIONS).page(
      new Request("https://shop.test/"),
      new Headers(),
    );
    const late = page as unknown as reactRouter.PageTexts;
    const { ConsentPage, ConsentHead, ConsentBanner } = reactRouter;
    for (const part of [ConsentHead, ConsentBanner]) {
      const whole = createElement(ConsentPage, { page: late }, createElement(part));
      expect(() => renderToString(whole)).toThrow("page={await server.page(request, headers)}");
    }
    const { Wrap } = tanstack.pageOptions(late);
    const head = createElement(tanstack.ConsentHead);
    expect(() => renderToString(createElement(Wrap, null as never, head))).toThrow("pageOptions(");
  });
});

describe("consentry/server says what is wrong, once for the same options:", () => {
  const said = (options: object): string[] => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    for (let times = 0; times < 2; times++) {
      expect(readConsent("a=1", options as typeof OPTIONS).state.status).toBe("undecided");
      expect(createPermits(options as typeof OPTIONS)("a=1", "performance")).toBe(false);
    }
    const lines = warn.mock.calls.map(([line]) => String(line));
    warn.mockRestore();
    return lines;
  };

  it.each([
    [{ ...OPTIONS, services: { hotjar: { id: 1 } } }, /services is a map/],
    [{ categories: ["performance"] }, /controller\.name is missing/],
  ])("%j", (options, text) => {
    expect(said(options)).toEqual([expect.stringMatching(text)]);
  });

  it("nothing of options that are right", () => {
    expect(said({ ...OPTIONS })).toEqual([]);
  });
});
