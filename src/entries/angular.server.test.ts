import { describe, expect, it } from "vitest";
import { createConsentServer } from "./angular.server.ts";

const OPTIONS = { controller: { name: "Acme BV" }, categories: ["marketing"] } as const;
const asked = new Request("https://acme.example/");
const PAGE =
  '<!doctype html><html lang="nl"><head><meta charset="utf-8"></head><body><app-root ng-server-context="ssr"></app-root></body></html>';
const CSP = "content-security-policy";

/** An answer as Angular gives one. */
const answer = (
  body: string | null,
  headers: Record<string, string> = {},
  status = 200,
): Response =>
  new Response(body, {
    status,
    headers: { "content-type": "text/html;charset=UTF-8", ...headers },
  });

describe("consentry/angular/server", () => {
  it("hands a nonce to each render, another each time, which stands on the head's script", async () => {
    const server = createConsentServer(OPTIONS);
    const nonces: string[] = [];
    for (const _turn of [1, 2]) {
      const page = await server.page(asked, async ({ consentry }) => {
        nonces.push(consentry.nonce);
        expect(consentry.state.status).toBe("undecided");
        return answer(PAGE);
      });
      expect(await page?.text()).toContain(
        `<meta charset="utf-8">\n    <script nonce="${nonces.at(-1)}">`,
      );
    }
    expect(new Set(nonces)).toHaveLength(2);
  });

  it("puts the banner first into the body, in the page's language where there is one", async () => {
    const server = createConsentServer(OPTIONS);
    const dutch = await server.page(asked, async () => answer(PAGE));
    expect(await dutch?.text()).toMatch(/<body>\s*<div hidden data-consentry [^]*Alles weigeren/);
    const unknown = await server.page(asked, async () => answer(PAGE.replace("nl", "tlh")));
    expect(await unknown?.text()).toContain("Reject all");
  });

  it("keeps a page out of shared caches, and the marks of the page before it was changed out of browsers", async () => {
    const server = createConsentServer(OPTIONS);
    const given = {
      etag: '"a"',
      "content-length": "9",
      "cache-control": "max-age=60",
      "x-own": "1",
    };
    const page = await server.page(asked, async () => answer(PAGE, given, 404));
    expect(page?.status).toBe(404);
    expect(Object.fromEntries(page!.headers)).toEqual({
      "content-type": "text/html;charset=UTF-8",
      "cache-control": "private, no-cache",
      vary: "Cookie",
      "x-own": "1",
    });
  });

  it("leaves what is no page as it is: data, a redirect, nothing", async () => {
    const server = createConsentServer(OPTIONS, () => ({}));
    for (const one of [
      answer("{}", { "content-type": "application/json" }),
      answer(null, { location: "/" }, 302),
      null,
    ]) {
      expect(await server.page(asked, async () => one)).toBe(one);
    }
  });

  it("adds the policy from consent where it is wanted, beside the app's own", async () => {
    const server = createConsentServer<Request>(OPTIONS, (nonce, { url }) =>
      url.endsWith("/hard") ? { nonce } : undefined,
    );
    const own = { [CSP]: "object-src 'none'" };
    const usual = await server.page(asked, async () => answer(PAGE, own));
    expect(usual?.headers.get(CSP)).toBe("object-src 'none'");
    const hard = new Request("https://acme.example/hard");
    const shut = await server.page(hard, async () => answer(PAGE, own));
    expect(shut?.headers.get(CSP)).toMatch(/'nonce-[^']+'/);
    expect(shut?.headers.get(CSP)).toContain("object-src 'none'");
  });

  it("reads a cookie from a request of Node.js as from one of the web", async () => {
    const server = createConsentServer(OPTIONS);
    const { permits } = await server.read({ headers: { cookie: "consentry=%" } });
    expect(permits("marketing")).toBe(false);
  });
});
