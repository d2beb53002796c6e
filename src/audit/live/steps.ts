import type { DrawnBanner } from "./readBanner.ts";
import type { Visitor } from "./visitor.ts";

interface Running {
  Consentry?: {
    current?: {
      state: { services: Record<string, boolean>; categories: Record<string, boolean> };
      withdraw(): unknown;
      save(choices: Record<string, boolean>): unknown;
      show(view: string): void;
    } | null;
  };
}

/** Takes everything back, as a visitor does; false where there is no way. */
export async function withdraw(visitor: Visitor, banner: DrawnBanner): Promise<boolean> {
  if (banner.by == "consentry") {
    // By the instance, because the page's own link may be missing, which another rule says. From npm there is none.
    const isDone = await visitor.ask(async () => {
      const current = (window as unknown as Running).Consentry?.current;
      await current?.withdraw();
      return !!current;
    }, undefined);
    if (!isDone && !(await withdrawByHand(visitor))) return false;
    await visitor.settle();
    return true;
  }
  await visitor.banner();
  if (await visitor.press("reject")) return true;
  if (!(await visitor.press("settings"))) return false;
  await visitor.banner();
  return visitor.press("reject");
}

const OPENERS =
  "[data-consent-open], a[href$='#cookie-settings'], [data-consentry-action=open-preferences]";
const TAKERS = "[data-consentry-action=withdraw-all], [data-consentry-action=reject-all]";

/** Opens the preferences by what the page offers, and takes everything back there. */
async function withdrawByHand({ page }: Visitor): Promise<boolean> {
  for (const selector of [OPENERS, TAKERS]) {
    const button = page.locator(selector).filter({ visible: true }).first();
    const isPressed = await button.click({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!isPressed) return false;
  }
  return true;
}

/**
 * Permits one category or one service and nothing else. Null where there is none to choose, `no-global` where the page
 * has no global `Consentry` to choose it by.
 */
export async function chooseOne(
  visitor: Visitor,
  what: "category" | "service",
): Promise<{ name: string; permitted: string[] } | "no-global" | null> {
  const chosen = await visitor.ask(async (kind: string) => {
    const current = (window as unknown as Running).Consentry?.current;
    if (!current) return { name: null };
    const { categories, services } = current.state;
    const ids =
      kind == "category"
        ? Object.keys(categories).filter((id) => id != "necessary")
        : Object.keys(services);
    const name = ids.find((id) => !(kind == "category" ? categories : services)[id]);
    if (!name) return null;
    await current.save({ [name]: true });
    return { name };
  }, what);
  if (!chosen) return null;
  if (chosen.name === null) return "no-global";
  await visitor.settle();
  const permitted = await visitor.ask(() => {
    const services = (window as unknown as Running).Consentry?.current?.state.services ?? {};
    return Object.keys(services).filter((id) => services[id]);
  }, undefined);
  return { name: chosen.name, permitted: permitted ?? [] };
}
