import { beforeEach, describe, expect, it } from "vitest";
import { userEvent as real } from "vitest/browser";
import { mountUi } from "./mountUi.ts";
import { fakeHost } from "../../../test/util/fakeHost.ts";
import { frames } from "../../../test/util/frames.ts";
import { mountedUi, openedPreferences } from "../../../test/util/mountedUi.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

/** Everything of the page that a script may have changed. */
function snapshot(): unknown[] {
  return [
    document.documentElement.outerHTML,
    document.adoptedStyleSheets.length,
    getComputedStyle(document.documentElement).scrollPaddingBottom,
    document.documentElement.scrollHeight,
  ];
}

beforeEach(() => {
  document.body.replaceChildren();
});

describe("the UI in its page", () => {
  it("leaves the page as it was, whatever was open", async () => {
    document.body.append(document.createElement("input"));
    const before = snapshot();
    for (const view of ["none", "banner", "preferences"] as const) {
      const host = fakeHost();
      const ui = mountUi(host);
      if (view != "none") ui.show(view);
      if (view == "preferences") {
        await expect
          .poll(() =>
            document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view"),
          )
          .toBe("preferences");
      }
      expect(snapshot()).not.toEqual(before);
      ui.destroy();
      expect(snapshot()).toEqual(before);
    }
  });

  it("does not come back after it is destroyed while its code is on the way", async () => {
    const before = snapshot();
    const ui = mountUi(fakeHost());
    ui.show("preferences");
    ui.destroy();
    // Another that was asked for later is there.
    const other = await openedPreferences();
    other.ui.destroy();
    expect(snapshot()).toEqual(before);
  });

  it("shifts nothing in the page", () => {
    const text = document.createElement("p");
    text.textContent = "An article.";
    document.body.append(text);
    const before = text.getBoundingClientRect();
    for (const layout of ["box", "bar", "centre"] as const) {
      const { ui } = mountedUi({ config: { layout, reopenButton: true } });
      ui.show("banner");
      expect(text.getBoundingClientRect()).toEqual(before);
      ui.destroy();
    }
    expect(text.getBoundingClientRect()).toEqual(before);
  });

  it("survives a swapped body, and comes back when it was taken out", async () => {
    const { ui, element, find } = mountedUi();
    ui.show("banner");
    const old = document.body;
    old.replaceWith(document.createElement("body"));
    ui.rehome(); // As the gate does at each change of the page.
    expect(element.isConnected).toBe(true);
    element.remove();
    ui.rehome();
    await expect.poll(() => element.isConnected).toBe(true);
    expect(find.getByRole("region").matches(":popover-open")).toBe(true);
    document.body.replaceWith(old);
  });

  it("takes the place of one that was saved with the page, and leaves another copy of the library its own", () => {
    const host = (): HTMLElement => {
      const made = document.createElement("div");
      made.setAttribute("data-consentry", "");
      made.attachShadow({ mode: "open" }).textContent = "We use cookies";
      document.body.append(made);
      return made;
    };
    const [dead, alive] = [host(), host()];
    alive.shadowRoot!.adoptedStyleSheets = [new CSSStyleSheet()];
    const ui = mountUi(fakeHost());
    ui.show("banner");
    expect([dead, alive].map(({ isConnected }) => isConnected)).toEqual([false, true]);
    expect(document.querySelectorAll("[data-consentry-view=banner]")).toHaveLength(1);
    ui.destroy();
  });

  it("keeps no page busy whose script takes it out, or shuts it, each time", async () => {
    const { ui, element } = mountedUi();
    ui.show("banner");
    let undone = 0;
    // Without an end, the page would never come to its next task, and this test to none of its own.
    const isTooMuch = (): boolean => undone++ > 999;
    const gate = new MutationObserver(() => ui.rehome());
    const remover = new MutationObserver(() => isTooMuch() || element.remove());
    gate.observe(document.body, { childList: true });
    remover.observe(document.body, { childList: true });
    element.remove();
    await expect.poll(() => undone).toBeGreaterThan(1);
    remover.disconnect();
    expect(undone).toBeLessThan(100);
    await expect.poll(() => element.isConnected).toBe(true);
    gate.disconnect();

    undone = 0;
    const shut = (): void => void (isTooMuch() || element.setAttribute("inert", ""));
    const shutter = new MutationObserver(() => element.hasAttribute("inert") || shut());
    shutter.observe(element, { attributes: true });
    shut();
    await expect.poll(() => undone).toBeGreaterThan(2);
    shutter.disconnect();
    expect(undone).toBeLessThan(100);
    await expect.poll(() => element.hasAttribute("inert")).toBe(false);
    ui.destroy();
  });

  it("is asked for again where the page speaks another language, and not where a modal shuts it or the body", async () => {
    const { ui, element, host } = mountedUi();
    ui.show("banner");
    const { lang } = document.documentElement;
    for (const shut of [element, document.body]) {
      shut.setAttribute("aria-hidden", "true");
      await expect.poll(() => element.closest("[aria-hidden]")).toBeNull();
      shut.removeAttribute("aria-hidden");
      await frames(5);
    }
    expect(host.opened).toEqual([]);
    document.documentElement.lang = "nl";
    await expect.poll(() => host.opened).toEqual([""]);
    document.documentElement.lang = lang;
    ui.destroy();
  });

  it("is not fooled by a form named body", () => {
    const form = document.createElement("form");
    form.setAttribute("name", "body");
    document.body.append(form);
    const { ui, element } = mountedUi();
    ui.show("banner");
    const body = document.documentElement.querySelector(":scope > body");
    expect(element.parentNode).toBe(body);
    form.remove();
  });

  it("comes back with the exchanged element of the whole document", async () => {
    const { ui, element, find } = mountedUi();
    ui.show("banner");
    const old = document.documentElement;
    const other = document.createElement("html");
    other.append(document.createElement("head"), document.createElement("body"));
    document.replaceChild(other, old);
    await expect.poll(() => element.isConnected).toBe(true);
    expect(find.getByRole("region").matches(":popover-open")).toBe(true);
    document.replaceChild(old, other);
    await expect.poll(() => element.parentNode).toBe(document.body);
  });

  it("goes into a modal dialog inside a web component, and out of it again", async () => {
    const card = document.createElement("div");
    const modal = document.createElement("dialog");
    modal.append(document.createElement("button"));
    card.attachShadow({ mode: "open" }).append(modal);
    document.body.append(card);
    for (const isFirst of [true, false]) {
      const { ui, element, action, host } = mountedUi();
      if (isFirst) modal.showModal();
      ui.show("banner");
      if (!isFirst) modal.showModal();
      await expect.poll(() => element.parentNode).toBe(modal);
      await real.click(action("reject-all"));
      expect(host.asked[0]?.intent).toMatchObject({ kind: "reject-all", trusted: true });
      modal.close();
      ui.show("banner");
      await expect.poll(() => element.parentNode).toBe(document.body);
      ui.destroy();
    }
  });

  it("keeps answering while the page shows a modal dialog of its own", async () => {
    const modal = document.createElement("dialog");
    modal.textContent = "Are you of age?";
    document.body.append(modal);
    const { ui, element, action, host } = mountedUi();
    ui.show("banner");
    modal.showModal();
    ui.update();
    ui.rehome();
    await expect.poll(() => element.parentNode).toBe(modal);
    await real.click(action("reject-all"));
    expect(host.asked[0]?.intent).toMatchObject({ kind: "reject-all", trusted: true });
    modal.close();
    await expect.poll(() => element.parentNode).toBe(document.body);
  });
});

describe("what the page focuses", () => {
  it.each(["box", "bar"] as const)("is not hidden under the layout %s", async (layout) => {
    // Links all over the page, and at its very end.
    for (let i = 0; i < 40; i++) {
      const link = document.createElement("a");
      link.href = "#";
      link.textContent = `Link ${i} ${"and more words ".repeat(12)}`;
      const line = document.createElement("p");
      line.append(link);
      document.body.append(line);
    }
    const { ui, root } = mountedUi({ config: { layout } });
    ui.show("banner");
    const over = root.querySelector("section")!.getBoundingClientRect();
    await expect
      .poll(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom))
      .toBeGreaterThan(100);
    document.querySelector("a")!.focus();
    for (let i = 1; i < 40; i++) {
      await keyboard("{Tab}");
      const { top, bottom, left, right } = document.activeElement!.getBoundingClientRect();
      const hidden =
        top >= over.top && bottom <= over.bottom && left >= over.left && right <= over.right;
      expect(hidden, `link ${i}`).toBe(false);
    }
  });

  it("is not hidden on a page that is too short to scroll", async () => {
    const link = document.createElement("a");
    link.href = "#";
    link.textContent = "Imprint";
    link.style.cssText = "position:absolute;right:40px;bottom:40px";
    document.body.append(link);
    const { ui, root } = mountedUi();
    ui.show("banner");
    link.focus();
    const { top, bottom } = link.getBoundingClientRect();
    const over = root.querySelector("section")!.getBoundingClientRect();
    expect(top >= over.top && bottom <= over.bottom).toBe(false);
  });
});
