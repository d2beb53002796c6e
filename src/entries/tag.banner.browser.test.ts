import { expect, it } from "vitest";
import { ACME, useEnginePage } from "../../test/util/enginePage.ts";
import { host } from "./tag.banner.ts";

const its = useEnginePage();

it("shows the banner without another file: what the UI talks to has it", async () => {
  its.files["banner"] = new Error("it is not to be asked for");
  its.start(ACME, { _bundled: { host } });
  const banner = () =>
    document.querySelector("[data-consentry]")?.shadowRoot?.querySelector("section");
  await expect.poll(banner).toBeTruthy();
  expect(its.loaded).not.toContain("banner");
  expect(its.problems).not.toContain("ui-unavailable banner");
});
