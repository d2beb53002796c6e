import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { parseAst } from "rollup/parseAst";
import { expect, it } from "vitest";
import { cookieWriter } from "../../scripts/dist/sources.mjs";

const file = new URL("../../node_modules/js-cookie/dist/js.cookie.mjs", import.meta.url);
const whole = readFileSync(file, "utf8");

/** Runs the plugin as the build does. */
const left = (code: string, id: string): string | undefined =>
  cookieWriter.transform.call(
    {
      parse: parseAst,
      error(message: string): never {
        throw new Error(message);
      },
    },
    code,
    id,
  )?.code;

interface Writer {
  set(name: string, value: string, attributes: object): void;
}
/** What a page's cookie is set to. */
const written = (code: string): string => {
  const page = { document: { cookie: "" } };
  const api = runInNewContext(`${code.replace(/export \{.*/, "")};api`, {
    ...page,
    decodeURIComponent,
    encodeURIComponent,
    escape,
  }) as Writer;
  api.set("__Host-consentry", "v=1&id=aé;=&yes=a+b", {
    expires: 180,
    path: "/",
    secure: true,
    sameSite: "Lax",
  });
  return page.document.cookie.replace(/expires=[^;]+/, "expires");
};

it("what the files have of js-cookie writes what the whole of it writes", () => {
  const part = left(whole, file.pathname)!;
  expect(written(part)).toContain("__Host-consentry=v=1&id=a");
  expect(written(part)).toBe(written(whole));
  for (const name of ["get: get", "remove", "withConverter", "read: "]) {
    expect([whole.includes(name), part.includes(name)]).toEqual([true, false]);
  }
});

it("another js-cookie, which may be written otherwise, stops the build; other files stay", () => {
  expect(() => left(whole.replace("get: get,", ""), file.pathname)).toThrow("written otherwise");
  expect(left(whole, "/src/cookies.js")).toBeUndefined();
});
