import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConsentBanner, ConsentHead, pageOptions } from "../adapters/tanstack.ts";
import {
  createConsentServer,
  type ConsentCall,
  type ConsentContext,
  type ConsentServer,
} from "./tanstack.server.ts";

const OPTIONS = {
  controller: { name: "Acme BV" },
  services: {
    stats: { name: "Stats", category: "performance", hosts: ["stats.example"], storage: [] },
  },
};
const URL = "https://acme.example/";

const page = (headers: Record<string, string> = {}): Response =>
  new Response("<p>Page</p>", { headers: { "content-type": "text/html", ...headers } });

async function asked(
  server: ConsentServer,
  response: Response,
  { url = URL, handlerType = "router" as ConsentCall["handlerType"] } = {},
): Promise<{ context: ConsentContext; response: Response }> {
  let seen: ConsentContext | undefined;
  const ended = await server.answer({ request: new Request(url), handlerType }, (context) => {
    seen = context;
    return { response };
  });
  return { context: seen!, ...ended };
}

const rendered = ({ context }: { context: ConsentContext }, part: ReactElement): string =>
  renderToString(createElement(pageOptions(context.page).Wrap, null, part));

describe("consentry/tanstack", () => {
  it("renders head and banner of a request, and hands its nonce to the router, another each time", async () => {
    const server = createConsentServer(OPTIONS, { languages: ["nl", "en"] });
    const [one, two] = [await asked(server, page()), await asked(server, page())];
    const { nonce } = one.context.page!;
    expect(nonce).not.toBe(two.context.page!.nonce);
    expect(pageOptions(one.context.page).ssr).toEqual({ nonce });
    expect(rendered(one, createElement(ConsentHead))).toContain(`<script nonce="${nonce}">`);
    expect(rendered(one, createElement(ConsentBanner))).toContain("Alles weigeren");
    const english = createElement(ConsentBanner, { language: "en" });
    expect(rendered(one, english)).toContain("Reject all");
    const french = createElement(ConsentBanner, { language: "fr" });
    expect(() => rendered(one, french)).toThrow("languages: […]");
  });

  it("says on a server that a page was rendered without its texts", () => {
    expect(pageOptions(undefined)).not.toHaveProperty("ssr");
    const bare = { context: {} as ConsentContext };
    expect(() => rendered(bare, createElement(ConsentHead))).toThrow("src/router.tsx");
    expect(() => rendered(bare, createElement(ConsentBanner))).toThrow("src/router.tsx");
  });

  it("keeps a page out of shared caches, and makes the policy where one is wanted", async () => {
    const server = createConsentServer(OPTIONS, {
      policy: (nonce, { url }) => (url.endsWith("/hard") ? { nonce } : undefined),
    });
    const { response } = await asked(server, page({ "cache-control": "public, max-age=60" }));
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "private, no-cache",
      "content-type": "text/html",
      vary: "Cookie",
    });
    const own = page({ "content-security-policy": "base-uri 'none'" });
    const shut = await asked(server, own, { url: `${URL}hard` });
    const policy = shut.response.headers.get("content-security-policy");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain(`'nonce-${shut.context.page!.nonce}'`);
    expect(policy).not.toContain("stats.example");
  });

  it("seals a page whose headers cannot be changed, with what it holds", async () => {
    const server = createConsentServer(OPTIONS);
    const fetched = await fetch("data:text/html,<p>Page</p>");
    const { response } = await asked(server, fetched);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(await response.text()).toBe("<p>Page</p>");
  });

  it("leaves to a server route what it answers that is no page", async () => {
    const answer = Response.json({}, { headers: { "cache-control": "public, max-age=60" } });
    const { response, context } = await asked(createConsentServer(OPTIONS), answer);
    expect(response).toBe(answer);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "public, max-age=60",
      "content-type": "application/json",
    });
    expect(context.consent.permits("stats")).toBe(false);
  });

  it("keeps what a server function gives from every cache, unless it says who may keep it", async () => {
    const server = createConsentServer(OPTIONS);
    const handlerType = "serverFn";
    // TanStack Start knows a redirect by what stands on the answer itself.
    const answer = Response.json({});
    const given = await asked(server, answer, { handlerType });
    expect(given.response).toBe(answer);
    expect(given.response.headers.get("cache-control")).toBe("private, no-store");
    expect(given.context).not.toHaveProperty("page");
    expect(given.context.consent.state.status).toBe("undecided");
    const kept = Response.json({}, { headers: { "cache-control": "max-age=60" } });
    const own = await asked(server, kept, { handlerType });
    expect(own.response.headers.get("cache-control")).toBe("max-age=60");
  });

  it("throws a mistake in the options with its code", async () => {
    const server = createConsentServer({ controller: { name: "" } });
    await expect(server.read(new Request(URL))).rejects.toThrow("controller");
    await expect(asked(server, page())).rejects.toThrow("controller");
  });
});
