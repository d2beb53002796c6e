// "Mistakes in the options are told as problems, never thrown."
import { expect, it } from "vitest";
import { hotjar, type HotjarOptions } from "../catalogue/services/hotjar.ts";
import {
  googleConsentMode,
  type GoogleConsentModeOptions,
} from "../catalogue/signals/google-consent-mode.ts";
import { createConsent } from "./index.ts";

const make = createConsent as (options: unknown) => ReturnType<typeof createConsent>;
it.each([
  undefined,
  null,
  { controller: { name: "A" }, signals: "x" },
  { controller: { name: "A" }, signals: [null] },
  { controller: { name: { toString: 1, valueOf: 1 } } },
])("is told, not thrown: %j", (options) => {
  expect(() => {
    const consent = make(options);
    consent.start();
    consent.destroy();
  }).not.toThrow();
});

it("reports options of services and signals that there are not", async () => {
  const site = { siteId: 7 } as unknown as HotjarOptions;
  const layer = { datalayer: "shop" } as unknown as GoogleConsentModeOptions;
  const consent = make({
    controller: { name: "A" },
    services: [hotjar(site)],
    signals: [googleConsentMode(layer)],
  });
  const problems: string[] = [];
  consent.on("problem", ({ code, at, message }) => problems.push(`${code} ${at}: ${message}`));
  consent.start();
  const unknown = (): string[] => problems.filter((one) => one.startsWith("unknown")).sort();
  await expect.poll(() => unknown().length).toBe(2);
  expect(unknown()).toEqual([
    expect.stringMatching(/^unknown-option services.hotjar.siteId: .*Did you mean “id”/),
    expect.stringMatching(/^unknown-option signals.google-.*datalayer: .*Did you mean “dataLayer”/),
  ]);
  consent.destroy();
});
