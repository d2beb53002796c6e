import type { Visitor } from "./visitor.ts";

const MOST = 60; // presses of the tabulator key

/** Whether the tabulator key comes to a button that accepts or refuses. */
export async function reachesByKeyboard(visitor: Visitor): Promise<boolean> {
  const { page } = visitor;
  // From the top of the page, as for someone who has just come.
  await visitor.ask(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  }, undefined);
  for (let count = 0; count < MOST; count++) {
    if (await visitor.ask(isOnButton, undefined)) return true;
    await page.keyboard.press("Tab").catch(() => {});
  }
  return false;
}

/** Runs in the page. */
function isOnButton(): boolean {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return /^(?:accept|reject)$/.test(at?.getAttribute("data-consentry-audit") ?? "");
}
