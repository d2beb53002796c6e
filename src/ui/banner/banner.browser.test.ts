import { within } from "@testing-library/preact";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent as real } from "vitest/browser";
import ar from "../../i18n/locales/ar.ts";
import nl from "../../i18n/locales/nl.ts";
import { mountedUi } from "../../../test/util/mountedUi.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

beforeEach(() => {
  document.body.replaceChildren();
});

describe("the first layer", () => {
  it("is a region named by its title, and names who asks, why, how many and the way back", () => {
    const { ui, find } = mountedUi();
    ui.show("banner");
    const region = find.getByRole("region", { name: "Your privacy, your choice" });
    expect(region.textContent).toContain("Acme BV");
    expect(region.textContent).toContain("Performance, Marketing");
    expect(region.textContent).toContain("3 services are involved");
    expect(region.textContent).toContain("“Cookie settings” on every page");
    expect(within(region).getByRole("link", { name: "Privacy policy" })).toHaveProperty(
      "pathname",
      "/privacy",
    );
    expect(
      within(region)
        .getAllByRole("button")
        .map((one) => one.textContent),
    ).toEqual(["Reject all", "Accept all", "Choose"]);
  });

  it("shows nothing until it is asked to, and says so on its host", () => {
    const { ui, element, find, view } = mountedUi();
    expect(view()).toBe("none");
    expect(find.queryByRole("region")).toBeNull();
    ui.show("banner");
    expect(view()).toBe("banner");
    expect(element.getAttribute("data-consentry-state")).toBe("undecided");
    ui.hide();
    expect(view()).toBe("none");
    expect(find.queryByRole("button")).toBeNull();
  });

  it.each([
    ["Reject all", "reject-all"],
    ["Accept all", "accept-all"],
  ])("hides before it asks for the decision of %s", async (name, kind) => {
    const { host, ui, find, view, element } = mountedUi();
    ui.show("banner");
    const before = host.state;
    let seenAtDecision: string | null = "";
    host.onDecide = () => {
      seenAtDecision = view();
      ui.update();
    };
    await userEvent.click(find.getByRole("button", { name }));
    expect(seenAtDecision).toBe("none");
    expect(host.asked).toEqual([
      { intent: { kind, source: "banner", trusted: false }, seen: before },
    ]);
    expect(element.getAttribute("data-consentry-state")).toBe("decided");
    expect(find.getByRole("status").textContent).toBe("Your choice is saved.");
  });

  it("tells a real click from one that a script makes", async () => {
    const { host, ui, action } = mountedUi();
    ui.show("banner");
    await real.click(action("reject-all"));
    expect(host.asked[0]?.intent.trusted).toBe(true);
    ui.show("banner");
    action("accept-all").click();
    expect(host.asked[1]?.intent.trusted).toBe(false);
  });

  it("does not answer for the visitor: Escape and a click beside it change nothing", async () => {
    const { host, ui, view, action } = mountedUi();
    document.body.append(document.createElement("main"));
    ui.show("banner");
    await keyboard("{Escape}");
    action("open-preferences").focus();
    await keyboard("{Escape}{Escape}");
    document.querySelector("main")!.click();
    expect(view()).toBe("banner");
    expect(host.asked).toEqual([]);
  });

  it("leaves the focus where it was, and comes first in the tab order", async () => {
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    const { ui, root } = mountedUi();
    ui.show("banner");
    expect(document.activeElement).toBe(field);
    const back: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await keyboard("{Shift>}{Tab}{/Shift}");
      back.push(root.activeElement?.textContent);
    }
    // The first thing of the page is preceded by the banner, in the order that it is read.
    expect(back).toEqual(["Choose", "Accept all", "Reject all", "Privacy policy"]);
  });

  it("gives the focus back to the page where it came from", async () => {
    const field = document.createElement("input");
    document.body.append(field);
    const { ui, action } = mountedUi();
    ui.show("banner");
    field.focus();
    action("reject-all").focus();
    await keyboard("{Enter}");
    expect(document.activeElement).toBe(field);
  });

  it("says it was reached for once, by pointer or key, and not by being shown", async () => {
    const { host, ui, action } = mountedUi();
    ui.show("banner");
    expect(host.reached).toBe(0);
    await real.hover(action("accept-all"));
    await real.hover(action("reject-all"));
    await real.click(action("reject-all"));
    expect(host.reached).toBe(1);
  });

  it("stands above a page that claims the highest z-index", () => {
    const cover = document.createElement("div");
    cover.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:red";
    document.body.append(cover);
    const { ui, root, action } = mountedUi();
    ui.show("banner");
    const { x, y, width, height } = action("reject-all").getBoundingClientRect();
    expect(root.elementFromPoint(x + width / 2, y + height / 2)).toBe(action("reject-all"));
  });

  it("speaks the host's language and falls back to English for what it lacks", () => {
    const messages: Record<string, string> = { ...nl, "action.reject": "Liever niet" };
    delete messages["action.settings"];
    const { ui, find, root } = mountedUi({ language: "nl", messages });
    ui.show("banner");
    expect(find.getAllByRole("button").map((one) => one.textContent)).toEqual([
      "Liever niet",
      "Alles accepteren",
      "Choose",
    ]);
    expect(root.querySelector(".c")?.getAttribute("lang")).toBe("nl");
  });

  it("is laid out from right to left in Arabic", () => {
    const { ui, find } = mountedUi({ language: "ar", messages: ar });
    ui.show("banner");
    const region = find.getByRole("region");
    expect(getComputedStyle(region).direction).toBe("rtl");
    const [first, second] = within(region).getAllByRole("button");
    expect(first!.getBoundingClientRect().left).toBeGreaterThan(
      second!.getBoundingClientRect().left,
    );
  });

  it("is a modal dialog in the layout centre, whose closing decides nothing", async () => {
    const { host, ui, find, view, root } = mountedUi({ config: { layout: "centre" } });
    ui.show("banner");
    const dialog = find.getByRole("dialog", { name: "Your privacy, your choice" });
    expect(dialog.matches(":modal")).toBe(true);
    expect(root.activeElement?.localName).toBe("h2");
    expect(host.reached).toBe(0);
    await keyboard("{Escape}");
    await expect.poll(view).toBe("none");
    expect(host.asked).toEqual([]);
    expect(host.state.status).toBe("undecided");
  });

  it("closes when another tab has decided, and says so", () => {
    const { host, ui, view, find } = mountedUi();
    ui.show("banner");
    host.set({ status: "decided", source: null });
    ui.update();
    expect(view()).toBe("none");
    expect(find.getByRole("status").textContent).toBe("Your choice was changed in another tab.");
    expect(host.asked).toEqual([]);
  });

  it("shows what a withdrawal could not erase, once, and in the preference centre after that", async () => {
    const leftover: string[] = [];
    const { ui, find } = mountedUi({ leftover, state: { status: "decided" } });
    ui.update();
    const news = find.getByRole("status");
    expect(news.getBoundingClientRect().height).toBe(1);
    leftover.push("IDE", "_fbp");
    ui.update();
    await expect.poll(() => news.textContent).toContain("could not be erased by this site");
    expect(news.textContent).toContain("IDE, _fbp");
    expect(news.getBoundingClientRect().height).toBeGreaterThan(20);
  });

  it("says that Global Privacy Control is honoured", () => {
    const { ui, find } = mountedUi({ gpc: true });
    ui.show("banner");
    expect(find.getByRole("region").textContent).toContain("Global Privacy Control");
  });

  it("keeps a small button to reopen the preference centre where the site asks for it", async () => {
    const { ui, find, view } = mountedUi({ config: { reopenButton: true } });
    ui.show("banner");
    expect(find.queryByRole("button", { name: "Cookie settings" })).toBeNull();
    await userEvent.click(find.getByRole("button", { name: "Reject all" }));
    await userEvent.click(await find.findByRole("button", { name: "Cookie settings" }));
    await expect.poll(view).toBe("preferences");
  });
});
