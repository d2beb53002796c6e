import { describe, expect, it } from "vitest";
import { expireCookie } from "./expireCookie.ts";

/** Every line that is assigned for a page. */
function linesFor(hostname: string, pathname: string, secure = false): string[] {
  const lines: string[] = [];
  const document = {
    get cookie(): string {
      return "";
    },
    set cookie(line: string) {
      lines.push(line);
    },
  };
  expireCookie("_ga", { document, hostname, pathname, secure });
  return lines;
}

describe("expireCookie", () => {
  it("tries this host alone, and each parent domain", () => {
    const lines = linesFor("a.b.example.org", "/");
    const domains = ["", "a.b.example.org", "b.example.org", "example.org"].map((domain) =>
      domain ? `_ga=; Max-Age=0; Path=/; Domain=${domain}` : "_ga=; Max-Age=0; Path=/",
    );
    expect(lines).toEqual(expect.arrayContaining(domains));
  });

  it("tries every folder of the path, with and without the last slash", () => {
    const lines = linesFor("localhost", "/shop/cart/index.html");
    for (const path of ["/", "/shop", "/shop/", "/shop/cart", "/shop/cart/"]) {
      expect(lines).toContain(`_ga=; Max-Age=0; Path=${path}`);
    }
  });

  it("says Secure on https, with and without Partitioned", () => {
    expect(linesFor("localhost", "/").join()).not.toContain("Secure");
    const lines = linesFor("localhost", "/", true);
    expect(lines).toContain("_ga=; Max-Age=0; Path=/; Secure");
    expect(lines).toContain("_ga=; Max-Age=0; Path=/; Secure; Partitioned");
  });

  it("forgives a page whose cookies are denied", () => {
    const document = {
      get cookie(): string {
        throw new Error("denied");
      },
      set cookie(_line: string) {
        throw new Error("denied");
      },
    };
    const place = { document, hostname: "a.test", pathname: "/", secure: true };
    expect(() => expireCookie("_ga", place)).not.toThrow();
  });
});
