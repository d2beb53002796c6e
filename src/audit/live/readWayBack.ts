/** Runs in the page, as text: whether anything that can be seen leads back to the choice. */
export function readWayBack(words: readonly string[]): boolean {
  const isSeen = (element: Element | null | undefined): boolean =>
    !!element && element.getClientRects().length > 0;
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const host = document.querySelector("[data-consentry]:not([data-consent-ignore] *)");
  const ours = all("[data-consent-open], a[href$='#cookie-settings']");
  const button = host?.shadowRoot?.querySelector("[data-consentry-action=open-preferences]");
  if (host) return [...ours, button].some(isSeen);
  // A button may be a picture: then its name says that it is about cookies.
  const isNamed = (element: Element): boolean =>
    [element, ...element.querySelectorAll("img")].some((one) =>
      /cookie/i.test(
        ["aria-label", "title", "alt"].map((name) => one.getAttribute(name) ?? "").join(" "),
      ),
    );
  return all("a, button, [role=button]").some(
    (element) =>
      isSeen(element) &&
      (words.includes((element.textContent ?? "").replace(/\s+/g, " ").trim().toLowerCase()) ||
        isNamed(element)),
  );
}

/** Runs in the page, as text: whether the choice is a form in the page's flow that stays after it was used. */
export function readForm(): boolean {
  const buttons = [
    ...document.querySelectorAll("[data-consentry-audit=accept], [data-consentry-audit=reject]"),
  ].filter((one) => one.getClientRects().length > 0);
  const floats = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (/fixed|sticky|absolute/.test(position) || at.matches("dialog, [role=dialog]"))
        return true;
    }
    return false;
  };
  return buttons.length > 0 && !buttons.some(floats);
}
