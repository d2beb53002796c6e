import type { ProblemCode } from "../core/problems/problem.ts";
import { HOLDABLE } from "./addresses.ts";
import { isInert, runs, scriptLabel } from "./item.ts";

/**
 * Says what is wrong with a mark that cannot be what its author meant; nothing where it can.
 *
 * @param tag name of the element: a form cannot be asked, whose inputs may bear the names of its properties
 */
export function explainMark(
  element: Element,
  tag: string,
  ids: string,
  report: (code: ProblemCode, at: string) => void,
): void {
  const isScript = tag == "script";
  const label = (isScript && scriptLabel({ _element: element })) || `<${tag}>`;
  const type = (isScript && element.getAttribute("type")) || "";
  if (!ids.trim()) report("consent-empty", label);
  else if (!isScript) {
    if (tag == "form" || !element.matches(HOLDABLE)) {
      report("consent-without-effect", `${label} ${ids}`);
    }
  } else if (runs(type)) report("script-not-withheld", label);
  else if (!isInert(element)) report("script-type-unknown", `${type}: ${label}`);
}
