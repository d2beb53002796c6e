import { expect, test } from "vitest";
import type { Service } from "../../../core/config/service.ts";
import { defineService } from "./defineService.ts";

const facts: Service = { id: "vendor", name: "Vendor", category: "marketing", storage: [] };
const ID = /^\d+$/;

test("an unfit option is a finding, and its fallback is used", () => {
  let read = "";
  const service = defineService(facts, { id: "1; alert()" }, (option) => {
    read = option("id", ID, "none");
    return {};
  });
  expect(read).toBe("none");
  expect(service.findings).toEqual([{ code: "option-format", at: "id (/^\\d+$/)" }]);
});

test("an absent option is no finding", () => {
  expect(
    defineService(facts, {}, (read) => ({ load: read("id", ID) ? () => {} : undefined })),
  ).toEqual({
    ...facts,
    findings: [],
    lacks: ["id"],
  });
});

test("an option that its loader needs beside another is a finding, and no loader's is none", () => {
  const make = (options: object): ReturnType<typeof defineService> =>
    defineService(facts, options, (read) => {
      const url = read("url", /^https:/);
      const id = read("id", ID);
      read("script", /\.js$/, "x.js");
      return { load: url && id ? () => {} : undefined, hosts: url ? [url] : undefined };
    });
  expect(make({ id: 7 })).toMatchObject({ findings: [{ code: "option-missing", at: "url" }] });
  expect(make({ id: 7 })).not.toHaveProperty("lacks");
  // Its hosts may be all that is wanted.
  expect(make({ url: "https://a.example/" })).toMatchObject({ findings: [], lacks: ["id"] });
  expect(make({ script: "y.js" })).toMatchObject({ findings: [], lacks: ["url", "id"] });
  expect(make({ url: "https://a.example/", id: 7 })).not.toHaveProperty("lacks");
});

test("an option that does not exist is a finding, with the names that do", () => {
  const service = defineService(facts, { idd: "7", config: {}, erase: [] }, () => ({}), ["config"]);
  expect(service.findings).toMatchObject([{ code: "unknown-option", at: "idd" }]);
  expect(service.findings[0]!.names).toEqual(expect.arrayContaining(["config", "category"]));
});

test("options that are no object are a finding and change nothing", () => {
  for (const options of [null, "G-ABC", 7]) {
    expect(defineService(facts, options)).toEqual({
      ...facts,
      findings: [{ code: "wrong-type", at: "" }],
    });
  }
});

test("reads own options only, not what a polluted prototype holds", () => {
  const options: unknown = Object.create({ name: "Polluted", id: "7" });
  const service = defineService(facts, options, (read) => ({ hosts: [read("id", ID, "none")] }));
  expect(service).toMatchObject({ name: "Vendor", hosts: ["none"] });
});

test("neither the id nor a call of a service can be overridden", () => {
  const load = (): void => {};
  const service = defineService(facts, { id: "other", load, revoke: load, name: "Ours" });
  expect(service).toMatchObject({ ...facts, name: "Ours" });
  expect(service).not.toHaveProperty("load");
  expect(service.findings.map(({ code, at }) => `${code} ${at}`)).toEqual(
    ["id", "load", "revoke"].map((name) => `unknown-option ${name}`),
  );
});

test("what a vendor's own options change gives way to what the site says", () => {
  const service = defineService(facts, { hosts: ["site.example"] }, () => ({
    hosts: ["vendor.example"],
    silencedBy: "revoke",
  }));
  expect(service).toMatchObject({ hosts: ["site.example"], silencedBy: "revoke" });
});

test("items to erase are added, and anything but a list is a finding", () => {
  const item = { name: "own", medium: "cookie", purpose: "state", lifetime: "1 day" } as const;
  expect(defineService(facts, { erase: [item] }).storage).toEqual([item]);
  expect(defineService(facts, { erase: "own" }).findings).toEqual([
    { code: "wrong-type", at: "erase" },
  ]);
  expect(facts.storage).toEqual([]);
});
