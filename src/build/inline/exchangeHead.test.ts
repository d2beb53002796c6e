import { expect, it } from "vitest";
import { exchangeHead, type OtherHead } from "./exchangeHead.ts";

const ASKS = 'long("banner")';
const other: OtherHead = {
  code: "short()",
  hashes: [
    ["sha256-long", "sha256-short"],
    ["sha512-long", "sha512-short"],
  ],
};
const page = (lang: string, code: string) =>
  `<!doctype html><html lang="${lang}"><head><title>é€😀</title><script>${code}</script></head><body>é€😀</body></html>`;

/** An answer that comes in parts of so many bytes. */
function answerOf(text: string, size: number, headers: Record<string, string> = {}): Response {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
  return new Response(body, { status: 203, statusText: "Made", headers });
}

it.each([1, 2, 3, 7, 64, 10_000])(
  "the shorter script stands in the page, wherever its parts end: %i bytes each",
  async (size) => {
    const answer = exchangeHead(answerOf(page("nl", ASKS), size), ASKS, other);
    expect([answer.status, answer.statusText]).toEqual([203, "Made"]);
    expect(await answer.text()).toBe(page("nl", other.code));
  },
);

it("a page is sent on as soon as its script has come", async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const reader = exchangeHead(new Response(readable), ASKS, other).body!.getReader();
  void writer.write(new TextEncoder().encode(`<head><script>${ASKS}</script>`));
  const parts = [await reader.read(), await reader.read()].map(({ value }) =>
    new TextDecoder().decode(value),
  );
  expect(parts.join("")).toBe("<head><script>short()</script>");
});

it("a policy that lets the longer script through by its hash lets the shorter one through as well", async () => {
  const policy = "script-src 'self' 'sha512-long' 'sha256-other'";
  const text = page("nl", ASKS).replace(
    "<title>",
    `<meta http-equiv="content-security-policy" content="${policy}"><title>`,
  );
  const answer = exchangeHead(
    answerOf(text, 50, {
      "content-security-policy": `${policy}, default-src 'none'`,
      "content-security-policy-report-only": policy,
      "content-length": "999",
    }),
    ASKS,
    other,
  );
  const both = "script-src 'self' 'sha512-long' 'sha512-short' 'sha256-other'";
  expect(answer.headers.get("content-security-policy")).toBe(`${both}, default-src 'none'`);
  expect(answer.headers.get("content-security-policy-report-only")).toBe(both);
  expect(answer.headers.has("content-length")).toBe(false);
  expect(await answer.text()).toContain(`content="${both}"`);
});

it.each([
  ["without our script", page("nl", "other()")],
  ["without a head", "<p>part</p>"],
  ["that has our script's text behind its head", `<head></head><body>${ASKS}`],
  ["of which the head does not end", `<head>${" ".repeat(200_000)}${ASKS}`],
  ["that is empty", ""],
])("a page %s stays as it is", async (_what, text) => {
  expect(await exchangeHead(answerOf(text, 20), ASKS, other).text()).toBe(text);
});

it("a page in another encoding stays as it is, byte by byte", async () => {
  const bytes = Uint8Array.from([0x3c, 0xe9, 0x3e, ...new TextEncoder().encode(ASKS)]);
  const answer = exchangeHead(new Response(bytes), ASKS, other);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

it("a compressed page, and an answer without a body, stay as they are", () => {
  const packed = answerOf("…", 9, { "content-encoding": "br" });
  expect(exchangeHead(packed, ASKS, other)).toBe(packed);
  const empty = new Response(null, { status: 304 });
  expect(exchangeHead(empty, ASKS, other)).toBe(empty);
});
