import { describe, expect, it } from "vitest";
import { admitScript } from "./admitScript.ts";

const HASH = "sha256-b3Vycw==";

describe("a policy that an inline script is let through", () => {
  it.each([
    ["by its hash", "script-src 'self'", "script-src 'self' 'sha256-b3Vycw=='"],
    [
      "beside the hashes of others",
      "script-src 'self' 'sha256-b3RoZXI='; img-src *",
      "script-src 'self' 'sha256-b3RoZXI=' 'sha256-b3Vycw=='; img-src *",
    ],
    [
      "where elements have a directive of their own",
      "script-src 'self'; script-src-elem 'self'",
      "script-src 'self'; script-src-elem 'self' 'sha256-b3Vycw=='",
    ],
    [
      "without opening anything else",
      "default-src 'none'; img-src 'self'",
      "default-src 'none'; img-src 'self'; script-src 'sha256-b3Vycw=='",
    ],
    [
      "where all inline code counts for nothing",
      "script-src 'unsafe-inline' 'strict-dynamic'",
      "script-src 'unsafe-inline' 'strict-dynamic' 'sha256-b3Vycw=='",
    ],
    [
      "in each of several policies",
      "script-src 'self', script-src 'nonce-b3RoZXI='",
      "script-src 'self' 'sha256-b3Vycw==', script-src 'nonce-b3RoZXI=' 'sha256-b3Vycw=='",
    ],
  ])("lets it through %s", (_how, before, after) => {
    expect(admitScript(before, HASH)).toBe(after);
  });

  it.each([
    ["that has its nonce", "script-src 'self'   'nonce-b3Vycw=='"],
    ["that allows all inline code", "script-src  'self' 'unsafe-inline'"],
    ["that says nothing of scripts", "img-src  'self'"],
  ])("stays as it is, letter by letter, if it is one %s", (_what, text) => {
    expect(admitScript(text, HASH, "b3Vycw==")).toBe(text);
  });
});
