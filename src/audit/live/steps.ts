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
    // By the instance, because the page's own link may be missing, which another rule says.
    await visitor.ask(async () => {
      await (window as unknown as Running).Consentry?.current?.withdraw();
    }, undefined);
    await visitor.settle();
    return true;
  }
  await visitor.banner();
  if (await visitor.press("reject")) return true;
  if (!(await visitor.press("settings"))) return false;
  await visitor.banner();
  return visitor.press("reject");
}

/** Permits one category or one service and nothing else. Null where there is none to choose. */
export async function chooseOne(
  visitor: Visitor,
  what: "category" | "service",
): Promise<{ name: string; permitted: string[] } | null> {
  const chosen = await visitor.ask(async (kind: string) => {
    const current = (window as unknown as Running).Consentry?.current;
    if (!current) return null;
    const { categories, services } = current.state;
    const ids =
      kind == "category"
        ? Object.keys(categories).filter((id) => id != "necessary")
        : Object.keys(services);
    const name = ids.find((id) => !(kind == "category" ? categories : services)[id]);
    if (!name) return null;
    await current.save({ [name]: true });
    return name;
  }, what);
  if (!chosen) return null;
  await visitor.settle();
  const permitted = await visitor.ask(() => {
    const services = (window as unknown as Running).Consentry?.current?.state.services ?? {};
    return Object.keys(services).filter((id) => services[id]);
  }, undefined);
  return { name: chosen, permitted: permitted ?? [] };
}
