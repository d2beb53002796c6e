import { describe, expect, it } from "vitest";
import { safeUrl } from "./safeUrl.ts";

describe("safeUrl", () => {
  it.each([
    "https://example.org/privacy?a=1#b",
    "http://example.org",
    "mailto:a@example.org",
    "/privacy",
    "privacy.html",
    "./a/../b",
    "#part",
    "?a=1",
    "//example.org/x",
    "HTTPS://EXAMPLE.ORG/",
  ])("passes %s as it is written", (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "  javascript:alert(1)",
    "\u0000javascript:alert(1)",
    "\u0001\u001f javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java\r\nscript:alert(1)",
    "javascript\n:alert(1)",
    "\tjavascript://%0aalert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    " DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "about:blank",
    "view-source:https://example.org",
    "ftp://example.org",
    "intent://x#Intent;end",
    "https://",
    "https://exa mple.org",
    "",
  ])("drops %j", (url) => {
    expect(safeUrl(url)).toBe("");
  });

  it.each(["&#106;avascript:alert(1)", "javascript&colon;alert(1)", "%6aavascript:alert(1)"])(
    "takes %s for the relative path that a browser takes it for",
    (url) => {
      expect(safeUrl(url)).toBe(url);
      expect(new URL(url, "https://example.org/").protocol).toBe("https:");
    },
  );

  it.each([undefined, null, 1, true, {}, ["/x"], { toString: () => "/x" }])("drops %j", (value) => {
    expect(safeUrl(value)).toBe("");
  });
});
