import { expect, it } from "vitest";
import { isWorkbench } from "./isWorkbench.ts";

const at = (url: string): boolean => isWorkbench(new URL(url) as unknown as Location);

it("is this machine, by any of its names", () => {
  for (const host of [
    "localhost",
    "localhost:5173",
    "shop.localhost",
    "127.0.0.1:80",
    "[::1]:80",
  ]) {
    expect(at(`http://${host}/`), host).toBe(true);
  }
});

it("is any page whose owner asks by its address", () => {
  expect(at("https://www.shop.test/#consentry-check")).toBe(true);
});

it("is no visitor's page", () => {
  for (const host of [
    "www.shop.test",
    "notlocalhost",
    "localhost.shop.test",
    "227.0.0.1",
    "x127.test",
  ]) {
    expect(at(`https://${host}/#check`), host).toBe(false);
  }
});
