import type { ProblemCode } from "../core/problems/problem.ts";
import { HOLDABLE } from "./addresses.ts";
import { scriptUrl } from "./item.ts";

/** Types that a browser runs, or acts upon. */
const RUNS = /^\s*($|module|importmap|speculationrules)|(java|ecma|j|live)script/i;
/** Says what is wrong with a mark that cannot be what its author meant. */
export function explainMark(
  element: Element,
  report: (code: ProblemCode, at: string) => void,
): void {
  const ids = element.getAttribute("data-consent") ?? "";
  const isScript = element.localName == "script";
  const label =
    (isScript && (scriptUrl(element) || element.textContent!.trim().slice(0, 60))) ||
    `<${element.localName}>`;
  if (!ids.trim()) report("consent-empty", label);
  else if (!isScript) {
    if (!element.matches(HOLDABLE))
      report("consent-without-effect", `<${element.localName}> ${ids}`);
  } else if (RUNS.test(element.getAttribute("type") ?? "")) report("script-not-withheld", label);
  else report("script-type-unknown", `${element.getAttribute("type")}: ${label}`);
}
