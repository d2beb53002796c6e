import type { Service, StorageItem } from "../core/config/service.ts";
import { tidyService } from "../core/config/tidyService.ts";
import { erase, type EraseEnv } from "../gate/erase.ts";

/** Services that lost consent, all services, and who is permitted. */
export interface CleanUpTask {
  lost: readonly string[];
  services: readonly Service[];
  permits: (id: string) => boolean;
}

/** Vendors write once more on a timer or when the page goes: look again after these milliseconds. */
const LOOKS = [0, 400, 1200, 3000];

/**
 * Erases what withdrawn services declare, looks again for a few seconds, and gives the names of what
 * is still there or could never be reached (other domains, `HttpOnly`). What another permitted
 * service also uses stays, and so does consent and opt-out state.
 */
export async function cleanUp(
  { lost, services, permits }: CleanUpTask,
  env: EraseEnv,
  looks: readonly number[] = LOOKS,
): Promise<string[]> {
  const tidy = services.map((service) => tidyService(service, () => {}));
  const items = tidy.flatMap(({ id, storage }) => (lost.includes(id) ? storage : []));
  let left: string[] = [];
  for (const wait of items.length ? looks : []) {
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    // Asked again each time: a service may have been permitted again meanwhile.
    const keep = tidy.flatMap(({ id, storage }) =>
      permits(id) ? storage : storage.filter((item) => item.keep),
    );
    left = await erase({ erase: items.filter(reachable), keep }, env);
  }
  return [
    ...left,
    ...items.filter((item) => !item.keep && !reachable(item)).map(({ name }) => name),
  ];
}

function reachable(item: StorageItem): boolean {
  return !item.keep && !item.httpOnly && item.party != "third";
}
