import { beforeEach, expect, it, vi } from "vitest";
import { frames } from "../../../test/util/frames.ts";
import { holdPage } from "./holdPage.ts";

beforeEach(() => document.body.replaceChildren());

/** An open modal dialog that holds the page, and how often it was left. */
function held(style = "") {
  const layer = document.body.appendChild(document.createElement("dialog"));
  layer.style.cssText = style;
  layer.textContent = "Cookie settings";
  layer.showModal();
  const leave = vi.fn<() => void>();
  return { layer, leave, undo: holdPage(document, layer, leave) };
}

it("leaves a dialog that a list of blocked notices hides", async () => {
  const { layer, leave, undo } = held();
  await frames(2);
  expect(leave).not.toHaveBeenCalled();
  layer.style.setProperty("display", "none", "important");
  await expect.poll(() => leave.mock.calls.length).toBe(1);
  undo();
});

it("leaves a dialog that was hidden before it opened", async () => {
  const { leave, undo } = held("display: none !important");
  await expect.poll(() => leave.mock.calls.length).toBe(1);
  undo();
});

it("leaves no dialog that was closed: it says so itself", async () => {
  const { layer, leave, undo } = held();
  await frames(2);
  layer.close();
  await frames(3);
  expect(leave).not.toHaveBeenCalled();
  undo();
});

it("keeps the page from scrolling, and leaves no trace", () => {
  const sheets = document.adoptedStyleSheets.length;
  const { undo } = held();
  expect(getComputedStyle(document.documentElement).overflow).toBe("hidden");
  undo();
  expect(document.adoptedStyleSheets).toHaveLength(sheets);
});
