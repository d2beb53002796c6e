import { within } from "@testing-library/preact";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent as real } from "vitest/browser";
import { RECORD, SERVICES } from "../../../test/util/fakeHost.ts";
import { frames } from "../../../test/util/frames.ts";
import { mountedUi, openedPreferences } from "../../../test/util/mountedUi.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

const DECIDED = {
  status: "decided",
  decidedAt: Date.UTC(2026, 4, 3, 12),
  expiresAt: Date.UTC(2026, 9, 30, 12),
  categories: { necessary: true, performance: true, marketing: false },
  services: { shop: true, "google-analytics": true, maps: true, youtube: false },
  pending: [],
  refused: ["marketing", "youtube"],
} as const;

beforeEach(() => {
  document.body.replaceChildren();
});

describe("the preference centre", () => {
  it("is a modal dialog named by its title, and starts reading there", async () => {
    const { find, root, view } = await openedPreferences();
    const dialog = find.getByRole("dialog", { name: "Cookie settings" });
    expect(dialog.matches(":modal")).toBe(true);
    expect(view()).toBe("preferences");
    expect(root.activeElement).toBe(within(dialog).getByRole("heading", { level: 2 }));
  });

  it("has nothing pre-selected that asks for consent", async () => {
    const { switchOf } = await openedPreferences();
    const on = ["performance", "google-analytics", "marketing", "youtube"].filter(
      (id) => switchOf(id).checked,
    );
    expect(on).toEqual([]);
  });

  it("has no switch for what is necessary, and says so", async () => {
    const { switchOf, find } = await openedPreferences();
    expect(switchOf("necessary")).toBeNull();
    expect(switchOf("shop")).toBeNull();
    expect(find.getAllByText("Always on")).toHaveLength(2);
  });

  it("shows a legitimate interest with its reason and an own switch, unfolded", async () => {
    const { find, host } = await openedPreferences();
    const control = find.getByRole<HTMLInputElement>("switch", { name: "City Maps" });
    expect(control.checked).toBe(true);
    expect(control.checkVisibility()).toBe(true);
    expect(find.getAllByText(/Shows the way to our shop/u)[0]!.checkVisibility()).toBe(true);
    await userEvent.click(control);
    await userEvent.click(find.getByRole("button", { name: "Save choices" }));
    expect(host.asked[0]?.intent).toMatchObject({ kind: "save", choices: { maps: false } });
  });

  it("names each switch and keeps the name when it is flipped", async () => {
    const { find } = await openedPreferences(undefined, "services");
    const names = find.getAllByRole("switch").map((one) => one.getAttribute("aria-label"));
    expect(names).toEqual(["Performance", "Google Analytics", "City Maps", "Marketing", "YouTube"]);
    await userEvent.click(find.getByRole("switch", { name: "Marketing" }));
    expect(find.getByRole<HTMLInputElement>("switch", { name: "Marketing" }).checked).toBe(true);
  });

  it("carries the services of a category along, but not an objection", async () => {
    const { switchOf } = await openedPreferences(undefined, "services");
    await userEvent.click(switchOf("performance"));
    await expect.poll(() => switchOf("google-analytics").checked).toBe(true);
    await userEvent.click(switchOf("maps"));
    await userEvent.click(switchOf("performance"));
    await expect.poll(() => switchOf("google-analytics").checked).toBe(false);
    expect(switchOf("maps").checked).toBe(false);
  });

  it("saves exactly the draft, about the state that was on show", async () => {
    const { host, switchOf, action, view, find } = await openedPreferences(undefined, "services");
    const before = host.state;
    await userEvent.click(switchOf("google-analytics"));
    await userEvent.click(action("save"));
    expect(view()).toBe("none");
    expect(host.asked[0]?.seen).toBe(before);
    expect(host.asked[0]?.intent).toEqual({
      kind: "save",
      source: "preferences",
      trusted: false,
      choices: {
        performance: false,
        marketing: false,
        "google-analytics": true,
        maps: true,
        youtube: false,
      },
    });
    expect(find.getByRole("status").textContent).toBe("Your choice is saved.");
  });

  it.each(["button", "Escape", "twice Escape"])(
    "forgets the draft when it is closed by %s, and decides nothing",
    async (way) => {
      const { host, ui, find, switchOf, view } = await openedPreferences();
      await userEvent.click(switchOf("marketing"));
      if (way == "button") await userEvent.click(find.getByRole("button", { name: "Close" }));
      else await keyboard(way == "Escape" ? "{Escape}" : "{Escape}{Escape}");
      await expect.poll(view).toBe("banner");
      expect(host.asked).toEqual([]);
      ui.show("preferences");
      await expect.poll(view).toBe("preferences");
      expect(switchOf("marketing").checked).toBe(false);
    },
  );

  it("gives the focus back to the page's own opener", async () => {
    const opener = document.createElement("button");
    document.body.append(opener);
    const { ui, find, view } = mountedUi({ state: DECIDED });
    opener.focus();
    ui.show("preferences");
    await find.findByRole("dialog");
    await keyboard("{Escape}");
    await expect.poll(view).toBe("none");
    expect(document.activeElement).toBe(opener);
  });

  it("gives the focus back to the button of the first layer", async () => {
    const { ui, find, root, action, view } = mountedUi();
    ui.show("banner");
    await real.click(action("open-preferences"));
    await find.findByRole("dialog");
    await keyboard("{Escape}");
    await expect.poll(view).toBe("banner");
    expect(root.activeElement).toBe(action("open-preferences"));
  });

  it("is not made before it is opened, and gone when it is closed", async () => {
    const { ui, root, find, view } = mountedUi({ state: DECIDED });
    ui.show("banner");
    expect(root.querySelector("dialog")).toBeNull();
    ui.show("preferences");
    await find.findByRole("dialog");
    ui.hide();
    expect(view()).toBe("none");
    expect(root.querySelector("dialog")).toBeNull();
  });

  it("does not open when it was called off while it was still being fetched", async () => {
    const { ui, view, root } = mountedUi();
    ui.show("preferences");
    ui.hide();
    await vi.dynamicImportSettled();
    await frames(5);
    expect(view()).toBe("none");
    expect(root.querySelector("dialog")).toBeNull();
  });

  it.each([
    ["before the banner was asked for", ["preferences", "banner"]],
    ["while the banner stood, which is asked for again", ["banner", "preferences", "banner"]],
  ] as const)("opens where it was asked for %s", async (_when, asked) => {
    const { ui, find, switchOf, root } = mountedUi();
    for (const view of asked) ui.show(view, view == "banner" ? undefined : "youtube");
    expect(find.getByRole("button", { name: "Reject all" }).checkVisibility()).toBe(true);
    await find.findByRole("dialog");
    expect(root.activeElement).toBe(switchOf("youtube"));
  });

  it("opens and focuses the part that a link names", async () => {
    const { root, switchOf } = await openedPreferences(undefined, "youtube");
    expect(root.activeElement).toBe(switchOf("youtube"));
    expect(switchOf("youtube").checkVisibility()).toBe(true);
    expect(switchOf("google-analytics").checkVisibility()).toBe(true);
  });

  it("unfolds every service for the part “services”", async () => {
    const { find } = await openedPreferences(undefined, "services");
    const visible = SERVICES.filter(({ name }) => find.getByText(name).checkVisibility());
    expect(visible).toHaveLength(SERVICES.length);
  });

  it("tells provider, country, purpose, transfer, storage and lifetime of a service", async () => {
    const { find, switchOf } = await openedPreferences(undefined, "google-analytics");
    const text = switchOf("google-analytics").parentElement!.textContent;
    for (const fact of [
      ...["Google Ireland Limited", "Ireland", "Measures visits", "United States", "Consent"],
      ...["_ga_*", "Recognises the visitor", "13 months", "1 year"],
    ]) {
      expect(text).toContain(fact);
    }
    const link = find.getByRole("link", { name: "policies.google.com/privacy" });
    expect(link).toHaveProperty("href", "https://policies.google.com/privacy");
  });

  it("offers withdrawal in one click once something is decided", async () => {
    const open = await openedPreferences();
    expect(open.action("withdraw-all")).toBeNull();
    open.ui.destroy();
    const { host, find, view } = await openedPreferences({ state: DECIDED });
    expect(find.getByText(/May 3, 2026/u).textContent).toContain("October 30, 2026");
    await userEvent.click(find.getByRole("button", { name: "Withdraw all" }));
    expect(view()).toBe("none");
    expect(host.asked[0]?.intent).toEqual({
      kind: "withdraw",
      source: "preferences",
      trusted: false,
    });
  });

  it("says that Global Privacy Control is honoured, and what could not be erased", async () => {
    const { find } = await openedPreferences({ gpc: true, leftover: ["_fbp", "IDE"] });
    expect(find.getByText(/Global Privacy Control/u)).toBeTruthy();
    expect(find.getByText(/could not be erased/u).textContent).toContain("_fbp, IDE");
  });

  it("starts again from the new state when another tab decides meanwhile", async () => {
    const { host, ui, switchOf, find, action } = await openedPreferences();
    await userEvent.click(switchOf("marketing"));
    host.set({ ...DECIDED, source: null });
    ui.update();
    await expect.poll(() => switchOf("marketing").checked).toBe(false);
    expect(switchOf("performance").checked).toBe(true);
    const news = within(find.getByRole("dialog")).getAllByText(/changed in another tab/u);
    expect(news).toHaveLength(1);
    await userEvent.click(action("save"));
    expect(host.asked[0]?.seen).toMatchObject(DECIDED);
  });

  it("makes what is folded away only when it is unfolded, where there are many services", async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...SERVICES[1]!,
      id: `service-${index}`,
      name: `Service ${index}`,
    }));
    const { root, find, switchOf } = await openedPreferences({ config: { services: many } });
    expect(root.querySelectorAll("*").length).toBeLessThan(100);
    await userEvent.click(find.getByText("Performance"));
    await expect.poll(() => switchOf("service-199")).not.toBeNull();
    expect(root.querySelector("table")).toBeNull();
    await userEvent.click(find.getByText("Service 7"));
    await expect.poll(() => root.querySelectorAll("table").length).toBe(1);
  });

  it("searches when there are more than twelve services", async () => {
    const few = await openedPreferences();
    expect(few.find.queryByRole("searchbox")).toBeNull();
    few.ui.destroy();
    const many = Array.from({ length: 13 }, (_, index) => ({
      ...SERVICES[1]!,
      id: `service-${index}`,
      name: `Service ${index}`,
    }));
    const { find, switchOf } = await openedPreferences({ config: { services: many } });
    await userEvent.type(find.getByRole("searchbox", { name: "Search services" }), "service 12");
    await expect.poll(() => switchOf("service-1")).toBeNull();
    expect(switchOf("service-12").checkVisibility()).toBe(true);
    await userEvent.type(find.getByRole("searchbox"), "3");
    expect(await find.findByText("No service matches.")).toBeTruthy();
  });

  it("reads the visitor's record when it is unfolded, and not before", async () => {
    const { host, find } = await openedPreferences({ state: DECIDED, records: [RECORD] });
    expect(host.reads).toBe(0);
    await userEvent.click(find.getByText("Your consent record"));
    expect(await find.findByText(RECORD.subject)).toBeTruthy();
    expect(find.getByText("Google Analytics: Allowed")).toBeTruthy();
    expect(find.getByText("YouTube: Not allowed")).toBeTruthy();
    await userEvent.click(find.getByRole("button", { name: "Verify" }));
    expect(await find.findByText("1 record, unbroken.")).toBeTruthy();
  });

  it("offers accept and reject as the first layer does", async () => {
    const { host, find, view } = await openedPreferences();
    await userEvent.click(find.getByRole("button", { name: "Reject all" }));
    expect(view()).toBe("none");
    expect(host.asked[0]?.intent).toMatchObject({ kind: "reject-all", source: "preferences" });
  });
});
