import { afterEach, expect, it } from "vitest";
import { applyScheme } from "./applyScheme.ts";
import { makeSheet } from "./makeSheet.ts";
import { tokens } from "./tokens.ts";

const host = document.createElement("div");
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [makeSheet(document, tokens)];
afterEach(() => host.remove());

/** Puts colours of a site on the host, and gives the element that has them. */
function themed(colours: Readonly<Record<string, string>>): HTMLElement {
  host.removeAttribute("style");
  for (const [name, colour] of Object.entries(colours))
    host.style.setProperty(`--consentry-${name}`, colour);
  const inner = document.createElement("div");
  inner.className = "c";
  root.replaceChildren(inner);
  document.body.append(host);
  applyScheme(inner);
  return inner;
}

it.each([
  ["#fff", "light"],
  ["rgb(20 20 20 / 0.5)", "dark"],
  ["oklch(20% 0.02 250)", "dark"],
  ["color(display-p3 0.1 0.1 0.12)", "dark"],
  // More red than sRGB has, and less than none of green and blue.
  ["color(rec2020 1 0 0)", "dark"],
  ["oklch(none none none)", "dark"],
  ["color(srgb none 1 1)", "light"],
  ["transparent", ""],
])("a surface of %s asks for what is written on it in %s", (surface, scheme) => {
  expect(themed({ surface }).className).toBe(["c", scheme].filter(Boolean).join(" "));
});

it.each([
  ["#ffd", "#111"],
  ["#006", "#fff"],
  ["color(rec2020 1 0 0)", "#fff"],
])("on an accent of %s stands %s", (accent, ink) => {
  expect(themed({ accent }).style.getPropertyValue("--ink")).toBe(ink);
});
