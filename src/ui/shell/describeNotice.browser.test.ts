import { describe, expect, it } from "vitest";
import nl from "../../i18n/locales/nl.ts";
import { fakeHost } from "../../../test/util/fakeHost.ts";
import { mountedUi } from "../../../test/util/mountedUi.ts";

type Notice = Record<string, unknown> & {
  texts: Record<string, string>;
  categories: { id: string; on: boolean; services: { id: string; on: boolean }[] }[];
};

describe("the notice", () => {
  it("holds every text, who asks, the layout, and each service with what it stores", () => {
    const { ui } = mountedUi({ language: "nl", messages: { ...nl, "action.reject": "Nee" } });
    ui.show("banner");
    const notice = JSON.parse(ui.notice()) as Notice;
    expect(notice).toMatchObject({
      version: 1,
      language: "nl",
      layout: "box",
      gpc: false,
      controller: { name: "Acme BV" },
      policyUrl: "/privacy",
    });
    expect(notice.texts["action.reject"]).toBe("Nee");
    expect(notice.texts["banner.text"]).toBe(nl["banner.text"]);
    expect(notice.categories.map(({ id }) => id)).toEqual([
      "necessary",
      "performance",
      "marketing",
    ]);
    const analytics = notice.categories[1]!.services[0];
    expect(analytics).toMatchObject({
      id: "google-analytics",
      on: false,
      provider: { name: "Google Ireland Limited" },
      storage: [{ name: "_ga", lifetime: "13 months" }, { name: "_ga_*" }],
    });
  });

  it("holds the words of the preference centre once that was shown, and not before", async () => {
    const { ui, find } = mountedUi();
    ui.show("banner");
    const words = () => (JSON.parse(ui.notice()) as Notice).texts;
    expect(words()["action.accept"]).toBe("Accept all");
    expect(words()["purpose.analytics"]).toBeUndefined();
    ui.show("preferences");
    await find.findByRole("dialog");
    expect(words()["purpose.analytics"]).toBe("Measures visits and use of the site");
    expect(words()["category.marketing.about"]).toMatch(/^Shows advertising/);
    expect(words()["action.accept"]).toBe("Accept all");
  });

  it("says how each switch stood: off for all that asks, on for a legitimate interest", () => {
    const { ui } = mountedUi();
    ui.show("banner");
    const { categories } = JSON.parse(ui.notice()) as Notice;
    const on = categories.flatMap(({ id, on: open, services }) => [
      ...(open ? [id] : []),
      ...services.filter((service) => service.on).map((service) => service.id),
    ]);
    expect(on).toEqual(["necessary", "shop", "maps"]);
  });

  it("stays what was on show when the decision has changed the state since", () => {
    const { ui, host, action } = mountedUi();
    ui.show("banner");
    const shown = ui.notice();
    let atDecision = "";
    host.onDecide = () => (atDecision = ui.notice());
    action("accept-all").click();
    expect(atDecision).toBe(shown);
    ui.show("banner");
    expect(ui.notice()).not.toBe(shown);
  });

  it("is the same text for the same notice, and another for another word", () => {
    const text = (messages: Record<string, string>) => {
      const { ui } = mountedUi({ messages });
      ui.show("banner");
      return ui.notice();
    };
    const one = text({ "action.accept": "Yes", "action.reject": "No" });
    expect(text({ "action.reject": "No", "action.accept": "Yes" })).toBe(one);
    expect(text({ "action.reject": "No", "action.accept": "Yes!" })).not.toBe(one);
    expect(fakeHost().messages).toEqual({});
  });
});
