import type { Selector, ToolRule, ToolStep } from "./autoconsent.ts";

/**
 * Runs in the page, as text: uses nothing from outside itself. Marks with `data-consentry-tool` the button of the first
 * layer that a rule accepts with, and the one that it refuses with. A rule that needs several clicks has no such button.
 */
export function markByRule({ optIn, optOut }: Pick<ToolRule, "optIn" | "optOut">): void {
  const within = (selector: string, root: Document | ShadowRoot | Element): Element[] => {
    if (!selector.startsWith("xpath/")) return [...root.querySelectorAll(selector)];
    const found = document.evaluate(selector.slice(6), root, null, 7); // an ordered snapshot
    return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at)).filter(
      (node) => node instanceof Element,
    );
  };
  const find = (selector: Selector): Element[] => {
    let found: Element[] = [];
    let root: Document | ShadowRoot | Element = document;
    for (const part of [selector].flat() as string[]) {
      found = within(part, root);
      const [first] = found;
      if (!first) return [];
      root = first.shadowRoot ?? first;
    }
    return found;
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(element).visibility != "hidden";
  };
  const holds = ({ exists, visible }: NonNullable<ToolStep["if"]>): boolean =>
    (!exists || find(exists).length > 0) && (!visible || find(visible).some(isShown));
  const clicks = (steps: readonly ToolStep[]): Selector[] =>
    steps.flatMap((step): Selector[] => {
      if (step.if) return clicks((holds(step.if) ? step.then : step.else) ?? []);
      if (step.any) return clicks(step.any.slice(0, 1));
      const selector = step.click ?? step.waitForThenClick;
      return selector && !(step.optional && !find(selector).length) ? [selector] : [];
    });
  const button = (steps: readonly ToolStep[]): Element | undefined => {
    try {
      const [only, ...more] = clicks(steps);
      return only && !more.length ? find(only).find(isShown) : undefined;
    } catch {
      return undefined; // A selector that this browser does not read.
    }
  };
  for (const one of document.querySelectorAll("[data-consentry-tool]"))
    one.removeAttribute("data-consentry-tool");
  const [accept, reject] = [button(optIn), button(optOut)];
  if (accept != reject) reject?.setAttribute("data-consentry-tool", "reject");
  accept?.setAttribute("data-consentry-tool", "accept");
}
