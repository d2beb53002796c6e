import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { base64url } from "./base64url.ts";

it("agrees with Node's base64url on every length up to 100 bytes", () => {
  for (let length = 0; length <= 100; length++) {
    const bytes = randomBytes(length);
    expect(base64url(bytes)).toBe(bytes.toString("base64url"));
  }
});
