import { beforeEach, describe, expect, it } from "vitest";
import { frames } from "../../../test/util/frames.ts";
import { inPage, mountedPage } from "../../../test/util/mountedPage.ts";

beforeEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});

const VIDEO = { "data-consent": "youtube", width: "300", height: "200" };
const host = (): HTMLElement | null => document.querySelector("[data-consentry-placeholder]");

/** What a visitor sees of the placeholder: its size, or why it is not seen. */
function seen(): string {
  const made = host();
  if (!made) return "none";
  if (!made.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return "hidden";
  const { width, height } = made.getBoundingClientRect();
  return `${width} × ${height}`;
}

/** A frame in a box, with rules of the page; the box has the style or the class of `state`. */
function set(
  state: string,
  rules = "",
): { style: HTMLElement; box: HTMLElement; frame: HTMLIFrameElement } {
  const style = inPage("style");
  style.textContent = `iframe { border: 0 } ${rules}`;
  const box = inPage("div");
  box.style.cssText = state;
  const frame = inPage("iframe", VIDEO) as HTMLIFrameElement;
  box.append(frame);
  return { style, box, frame };
}

const HIDDEN = [
  ["by visibility", "visibility: hidden"],
  ["by opacity", "opacity: 0"],
  ["by display", "display: none"],
  ["by a size of nothing", "width: 0; height: 0; overflow: hidden"],
  ["left of the page", "position: absolute; left: -9999px"],
  ["by a scale of nothing", "transform: scale(0)"],
  ["by content-visibility", "content-visibility: hidden"],
] as const;

describe("a part of the page", () => {
  it.each(HIDDEN)("that is hidden %s has a placeholder once it is shown", async (_, style) => {
    const { page } = mountedPage();
    const { box, frame } = set(style);
    page.placeholder(frame, "youtube", () => {});
    box.style.cssText = "";
    await expect.poll(seen).toBe("300 × 200");
  });

  it.each(HIDDEN.slice(0, 3))("that hides %s takes its placeholder along", async (_, style) => {
    const { page } = mountedPage();
    const { box, frame } = set("");
    page.placeholder(frame, "youtube", () => {});
    expect(seen()).toBe("300 × 200");
    box.style.cssText = style;
    expect(seen()).toBe("hidden");
    await frames(3);
    box.style.cssText = "";
    await expect.poll(seen).toBe("300 × 200");
  });

  it("that is shown by a class far above has one", async () => {
    const { page } = mountedPage();
    const { frame } = set("", "body:not(.open) div { visibility: hidden }");
    page.placeholder(frame, "youtube", () => {});
    document.body.classList.add("open");
    await expect.poll(seen).toBe("300 × 200");
    document.body.classList.remove("open");
    expect(seen()).toBe("hidden");
  });

  it("that comes into the window has one, where its frame has a size only then", async () => {
    const { page } = mountedPage();
    const { style, box, frame } = set("margin-top: 5000px", "iframe { width: 0; height: 0 }");
    page.placeholder(frame, "youtube", () => {});
    style.textContent = "iframe { border: 0 }";
    expect(host()).toBeNull();
    box.scrollIntoView();
    await expect.poll(seen).toBe("300 × 200");
  });
});

it.each(["transform: scale(.5)", "scale: .5", "zoom: 0.5", "transform: scale(1.5) rotate(5deg)"])(
  "in a box with “%s” the placeholder has the size that the frame has there",
  async (style) => {
    const { page } = mountedPage();
    const { box, frame } = set(style);
    const { width, height } = frame.getBoundingClientRect();
    page.placeholder(frame, "youtube", () => {});
    expect(seen()).toBe(`${width} × ${height}`);
    box.style.cssText = "";
    await expect.poll(seen).toBe("300 × 200");
  },
);

describe("a frame", () => {
  type Change = (frame: HTMLIFrameElement) => void;
  it.each<[how: string, hide: Change, show: Change]>([
    ["hidden", (it) => (it.hidden = true), (it) => (it.hidden = false)],
    ["a class", (it) => it.classList.add("gone"), (it) => it.classList.remove("gone")],
    ["display", (it) => (it.style.display = "none"), (it) => (it.style.display = "")],
    ["visibility", (it) => (it.style.visibility = "hidden"), (it) => (it.style.visibility = "")],
    ["a size", (it) => (it.width = "1"), (it) => (it.width = "300")],
    ["a text of style", (it) => (it.style.cssText = "opacity: 0"), (it) => (it.style.cssText = "")],
  ])("that hides itself by %s has none until it shows itself again", async (_, hide, show) => {
    const { page } = mountedPage();
    const { frame } = set("", ".gone { display: none }");
    page.placeholder(frame, "youtube", () => {});
    const before = [...frame.attributes].map(({ name }) => name);
    for (let time = 0; time < 2; time++) {
      hide(frame);
      await expect.poll(host).toBeNull();
      show(frame);
      await expect.poll(seen).toBe("300 × 200");
      expect(getComputedStyle(frame).display).toBe("none");
    }
    page.destroy();
    expect(getComputedStyle(frame).display).toBe("inline");
    expect([...frame.attributes].map(({ name }) => name)).toEqual(expect.arrayContaining(before));
  });

  it.each<[how: string, change: Change]>([
    ["its attributes", (it) => it.setAttribute("width", "150")],
    ["its style", (it) => (it.style.width = "150px")],
    ["its class", (it) => it.classList.add("small")],
  ])(
    "that changes its size by %s changes that of its placeholder, which stays",
    async (_, change) => {
      const { page } = mountedPage();
      const { frame } = set("display: flex", ".small { width: 150px }");
      page.placeholder(frame, "youtube", () => {});
      const first = host()!;
      const button = first.shadowRoot!.querySelector("button")!;
      button.focus();
      change(frame);
      await expect.poll(seen).toBe("150 × 200");
      expect(host()).toBe(first);
      expect(first.shadowRoot!.activeElement).toBe(button);
    },
  );

  it("that the page shows by its own style is not shown beside its placeholder", async () => {
    const { page } = mountedPage();
    const { frame } = set("", "iframe { display: block !important }");
    page.placeholder(frame, "youtube", () => {});
    expect(getComputedStyle(frame).display).toBe("none");
    frame.style.cssText = "color: red";
    await expect.poll(() => getComputedStyle(frame).display).toBe("none");
    page.destroy();
    expect(getComputedStyle(frame).display).toBe("block");
    expect(frame.getAttribute("style")).toBe("color: red;");
  });

  it("is left alone after the undo, however it changes", async () => {
    const { page } = mountedPage();
    const { box, frame } = set("visibility: hidden");
    const { undo } = page.placeholder(frame, "youtube", () => {});
    undo();
    box.style.cssText = "";
    frame.width = "250";
    // Longer than it would take.
    await frames(40);
    expect(host()).toBeNull();
  });
});
