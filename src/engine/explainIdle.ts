import { own } from "../lib/own.ts";
import { explain } from "../core/problems/explain.ts";

/** A classic script in the page itself that calls the start: it runs where it stands, before a deferred tag. */
const isEarlyStart = (script: HTMLScriptElement): boolean =>
  /^(|text\/javascript)$/i.test(script.type) && /\bConsentry\s*\.\s*start\b/.test(script.text);

/** Says why nothing runs on a page that has the tag and has loaded: as any problem, to the console and to listeners. */
export function explainIdle(page: Document): void {
  // Started meanwhile.
  if (own(own(page.defaultView, "Consentry"), "current")) return;
  const scripts = [...page.querySelectorAll<HTMLScriptElement>("script:not([src])")];
  const code = scripts.some(isEarlyStart) ? "start-too-early" : "start-missing";
  const message = explain({ code, at: "" });
  console.warn(`[consentry] ${code}: ${message}`);
  const detail = Object.freeze({ code, at: "", message });
  page.dispatchEvent(new CustomEvent("consentry:problem", { detail }));
}
