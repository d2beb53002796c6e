import { expect, test } from "vitest";
import type { SignalContext } from "../../core/config/parts.ts";
import { googleConsentMode, type GoogleConsentModeOptions } from "./google-consent-mode.ts";

type Layer = ArrayLike<unknown>[];

/** A page on which the ids of `yes` are permitted and those of `no` were refused. */
function page(yes = "", no = ""): { context: SignalContext; window: Record<string, unknown> } {
  const window: Record<string, unknown> = {};
  const has = (list: string, id: string): boolean => list.split(" ").includes(id);
  return {
    window,
    context: {
      window: window as SignalContext["window"],
      permits: (id) => (id[0] == "!" ? has(no, id.slice(1)) : id == "necessary" || has(yes, id)),
    },
  };
}

function update(yes: string, no = "", options?: GoogleConsentModeOptions): Record<string, unknown> {
  const { context, window } = page(yes, no);
  googleConsentMode(options).update(context);
  const layer = window.dataLayer as Layer;
  expect(layer.length).toBe(1);
  return layer[0]?.[2] as Record<string, unknown>;
}

test("pushes the real arguments object, which is all that Google's tags read", () => {
  const { context, window } = page();
  googleConsentMode().start(context);
  const layer = window.dataLayer as Layer;
  expect(Object.prototype.toString.call(layer[0])).toBe("[object Arguments]");
});

test("denies all but security until a choice", () => {
  const { context, window } = page("performance marketing functional");
  googleConsentMode().start(context);
  const [, command, values] = Array.from((window.dataLayer as Layer)[0]!);
  expect(command).toBe("default");
  expect(values).toEqual({
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
    analytics_storage: "denied",
    functionality_storage: "denied",
    personalization_storage: "denied",
    security_storage: "granted",
  });
});

test("grants statistics and advertising each by its own category", () => {
  expect(update("performance")).toMatchObject({
    analytics_storage: "granted",
    ad_storage: "denied",
    ad_user_data: "denied",
  });
  expect(update("marketing")).toMatchObject({
    analytics_storage: "denied",
    ad_storage: "granted",
    ad_personalization: "granted",
  });
});

test("a refused service outweighs its permitted category, and the other way round", () => {
  expect(update("performance", "google-analytics").analytics_storage).toBe("denied");
  expect(update("google-analytics", "performance").analytics_storage).toBe("granted");
});

test("a site's own mapping decides for its type", () => {
  const types = { functionality_storage: "necessary", analytics_storage: "measuring" };
  expect(update("measuring", "performance", { types })).toMatchObject({
    functionality_storage: "granted",
    analytics_storage: "granted",
  });
});

test("regions, the wait of advanced mode and settings go before and into the default only", () => {
  const { context, window } = page("performance");
  const signal = googleConsentMode({
    defaults: { region: ["NL", "BE"], wait_for_update: 500 },
    set: { ads_data_redaction: true },
    dataLayer: "ours",
  });
  signal.start(context);
  signal.update(context);
  const layer = (window.ours as Layer).map((call) => Array.from(call));
  expect(layer[0]).toEqual(["set", { ads_data_redaction: true }]);
  expect(layer[1]?.[2]).toMatchObject({ region: ["NL", "BE"], wait_for_update: 500 });
  expect(layer[2]?.[2]).not.toHaveProperty("region");
  expect(layer[2]?.[2]).not.toHaveProperty("wait_for_update");
  expect(layer.length).toBe(3);
});

test("basic mode sends neither a region nor a wait", () => {
  const { context, window } = page();
  googleConsentMode().start(context);
  expect(Object.keys((window.dataLayer as Layer)[0]?.[2] as object)).toHaveLength(7);
});
