import axe from "axe-core";
import { within } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent as real } from "vitest/browser";
import nl from "../../i18n/locales/nl.ts";
import { frames } from "../../../test/util/frames.ts";
import { inPage, mountedPage } from "../../../test/util/mountedPage.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

beforeEach(() => {
  document.body.replaceChildren();
});

/** The placeholder in the page, with queries inside. */
function stand() {
  const element = document.querySelector<HTMLElement>("[data-consentry-placeholder]");
  const inside = element?.shadowRoot?.querySelector<HTMLElement>(".c");
  if (!element || !inside) throw new Error("no placeholder");
  return { element, find: within(inside) };
}

const VIDEO = { "data-consent": "youtube", width: "560", height: "315" };

describe("a placeholder", () => {
  it("names the service, says what happens, and offers once and always", () => {
    const { page } = mountedPage();
    page.placeholder(inPage("iframe", VIDEO), "youtube", () => {});
    const { element, find } = stand();
    expect(element.getAttribute("data-consentry-placeholder")).toBe("youtube");
    expect(find.getByText("YouTube is not loaded")).toBeTruthy();
    expect(find.getByText(/would receive your IP address/u)).toBeTruthy();
    const actions = find
      .getAllByRole("button")
      .map((one) => [one.textContent, one.getAttribute("data-consentry-action")]);
    expect(actions).toEqual([
      ["Load this once", "load-once"],
      ["Always allow YouTube", "allow-always"],
    ]);
  });

  it("takes exactly the place of the embed, so that nothing shifts when it comes and goes", () => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(`.fluid { width: 100%; aspect-ratio: 16/9; border: 0; display: block }
      .holder { position: relative; padding-bottom: 56.25% }
      .holder iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }
      .grid { display: grid; grid-template-columns: 1fr 2fr }
      .margin { margin: 10px 20px; width: 50%; height: 200px; float: right }`);
    document.adoptedStyleSheets.push(wide);
    try {
      for (const [outer, inner] of [
        ["", ""],
        ["", "fluid"],
        ["holder", ""],
        ["grid", "fluid"],
        ["", "margin"],
      ] as const) {
        document.body.replaceChildren();
        const holder = inPage("div", { class: outer });
        const frame = inPage("iframe", { ...VIDEO, width: "320", class: inner });
        holder.append(frame);
        const after = inPage("p", {}, "Text after it.");
        const { page } = mountedPage();
        const measure = () => [
          document.body.getBoundingClientRect().toJSON(),
          after.getBoundingClientRect().toJSON(),
        ];
        const before = measure();
        const box = frame.getBoundingClientRect().toJSON();
        const { undo } = page.placeholder(frame, "youtube", () => {});
        expect(stand().element.getBoundingClientRect().toJSON()).toEqual(box);
        expect(measure()).toEqual(before);
        undo();
        expect(measure()).toEqual(before);
        expect(frame.getBoundingClientRect().toJSON()).toEqual(box);
      }
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it("is no wider than its column, where the embed would stick out", () => {
    const { page } = mountedPage();
    const column = inPage("div");
    column.style.width = "200px";
    const frame = inPage("iframe", VIDEO);
    column.append(frame);
    const { height } = frame.getBoundingClientRect();
    page.placeholder(frame, "youtube", () => {});
    const box = stand().element.getBoundingClientRect();
    expect([box.width, box.height]).toEqual([200, height]);
  });

  it.each<[what: string, attributes: Record<string, string>, style: string]>([
    ["of a pixel", { width: "1", height: "1" }, ""],
    ["without a size", { width: "0", height: "0", frameborder: "0" }, ""],
    ["without a height", { height: "0" }, "border: 0"],
    ["without a size, by style", {}, "width: 0; height: 0; border: 0"],
    ["that is not displayed", {}, "display: none"],
    ["that is not visible", {}, "visibility: hidden"],
    ["that is transparent", {}, "opacity: 0"],
    ["on the left of the page", {}, "position: absolute; left: -9999px"],
    ["above the page", {}, "position: fixed; top: -1000px"],
  ])("is not made for a frame %s, which nobody misses", (_, attributes, style) => {
    const { page } = mountedPage();
    const frame = inPage("iframe", { ...VIDEO, ...attributes });
    frame.style.cssText = style;
    const before = frame.outerHTML;
    page.placeholder(frame, "youtube", () => {});
    expect(document.querySelector("[data-consentry-placeholder]")).toBeNull();
    expect(frame.outerHTML).toBe(before);
  });

  it("stands ready in a part of the page that is folded away", () => {
    const { page } = mountedPage();
    const fold = inPage("div");
    fold.hidden = true;
    const frame = inPage("iframe", VIDEO);
    fold.append(frame);
    page.placeholder(frame, "youtube", () => {});
    fold.hidden = false;
    const { width, height } = stand().element.getBoundingClientRect();
    expect([Math.min(width, document.body.clientWidth), height]).toEqual([width, 315]);
  });

  it("asks for nothing from anywhere", async () => {
    const { page } = mountedPage();
    const before = performance.getEntriesByType("resource").length;
    page.placeholder(inPage("iframe", VIDEO), "youtube", () => {});
    await fetch(location.href); // Asked for later, and there.
    await frames(5);
    const own = performance
      .getEntriesByType("resource")
      .slice(before)
      .filter(({ name }) => !name.startsWith(location.origin));
    expect(own).toEqual([]);
    expect(stand().element.shadowRoot!.querySelectorAll("img, link, style, [style]")).toHaveLength(
      0,
    );
  });

  it("loads once by keyboard, and gives the focus to what came", async () => {
    const { host, page } = mountedPage();
    const frame = inPage("iframe", VIDEO);
    let loads = 0;
    const { undo } = page.placeholder(frame, "youtube", () => {
      loads++;
      undo();
    });
    stand().find.getByRole("button", { name: "Load this once" }).focus();
    expect(host.reached).toBe(1);
    await keyboard("{Enter}");
    expect(loads).toBe(1);
    expect(host.asked).toEqual([]);
    expect(document.activeElement).toBe(frame);
  });

  it.each<[when: string, pending: string[], choices: object]>([
    ["once all is answered", [], { youtube: true }],
    [
      "before, nothing else of its category",
      ["marketing", "performance"],
      { youtube: true, marketing: false },
    ],
  ])(
    "allows for good by a decision that names only the service: %s",
    async (_, pending, choices) => {
      const { host, page } = mountedPage({ state: { pending } });
      page.placeholder(inPage("iframe", VIDEO), "youtube !marketing", () => {});
      await real.click(stand().find.getByRole("button", { name: "Always allow YouTube" }));
      expect(host.asked[0]?.intent).toEqual({
        kind: "save",
        source: "placeholder",
        trusted: true,
        partial: true,
        choices,
      });
    },
  );

  it.each(["Load this once", "Always allow YouTube"])(
    "in a link is pressed, and not the link, nor a card around it: %s",
    async (name) => {
      const { host, page } = mountedPage();
      let loads = 0;
      const frame = inPage("iframe", VIDEO);
      const link = document.createElement("a");
      link.href = "#elsewhere";
      frame.before(link);
      link.append(frame);
      const heard: Event[] = [];
      document.body.onclick = (event) => heard.push(event);
      page.placeholder(frame, "youtube", () => loads++);
      await real.click(stand().find.getByRole("button", { name }));
      document.body.onclick = null;
      expect(loads + host.asked.length).toBe(1);
      expect(location.hash).toBe("");
      expect(heard).toEqual([]);
    },
  );

  it("leaves the embed as it was, style and all", () => {
    const { page } = mountedPage();
    for (const style of ["", "display: inline-block; color: red", "display: block !important"]) {
      const frame = inPage("iframe", VIDEO);
      if (style) frame.setAttribute("style", style);
      const before = frame.outerHTML;
      const { undo } = page.placeholder(frame, "youtube", () => {});
      expect(getComputedStyle(frame).display).toBe("none");
      undo();
      undo();
      expect(getComputedStyle(frame).display).not.toBe("none");
      expect(frame.outerHTML.replaceAll(/;?"/gu, '"')).toBe(before.replaceAll(/;?"/gu, '"'));
      frame.remove();
    }
    const frame = inPage("iframe", VIDEO);
    const before = document.documentElement.outerHTML;
    page.placeholder(frame, "youtube", () => {});
    page.destroy();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it("cannot be restyled by the page, and can be by --consentry-*", () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync(`* { all: unset !important; display: none !important }
      html, body { display: block !important; --consentry-tint: #123456 }
      iframe { display: block !important }`);
    const { page } = mountedPage();
    const frame = inPage("iframe", VIDEO);
    const { height } = frame.getBoundingClientRect();
    page.placeholder(frame, "youtube", () => {});
    document.adoptedStyleSheets.push(hostile);
    try {
      const { element, find } = stand();
      expect(element.getBoundingClientRect().height).toBe(height);
      const style = getComputedStyle(
        find.getByRole("button", { name: "Load this once" }).closest(".c")!,
      );
      expect(style.backgroundColor).toBe("rgb(18, 52, 86)");
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it("hides its embed again where the page sets its own list of sheets", async () => {
    const { page } = mountedPage();
    const frame = inPage("iframe", VIDEO);
    page.placeholder(frame, "youtube", () => {});
    const { height } = stand().element.getBoundingClientRect();
    try {
      for (const own of [[new CSSStyleSheet()], []]) {
        document.adoptedStyleSheets = own;
        expect(frame.checkVisibility()).toBe(true);
        await expect.poll(() => frame.checkVisibility()).toBe(false);
        expect(document.adoptedStyleSheets).toHaveLength(own.length + 1);
        own.forEach((sheet, at) => expect(document.adoptedStyleSheets[at]).toBe(sheet));
        expect(stand().element.getBoundingClientRect().height).toBe(height);
      }
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it("speaks the language, and is clean for axe", async () => {
    document.documentElement.lang = "en";
    const { page } = mountedPage({ language: "nl", messages: nl });
    page.placeholder(inPage("iframe", { ...VIDEO, title: "Film" }), "youtube", () => {});
    const { element, find } = stand();
    expect(find.getByText("YouTube is niet geladen")).toBeTruthy();
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
