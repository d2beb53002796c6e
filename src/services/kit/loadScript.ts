import type { ServiceContext } from "../../core/service.ts";

const loads = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Loads a vendor's script once a page, however many services ask for it. A load that failed or was
 * cancelled by a withdrawal is forgotten, so that a later grant can try again.
 * @param key What counts as the same script. Default: its URL.
 */
export function loadScript(
  context: ServiceContext,
  url: string,
  attributes?: Record<string, string>,
  key: string = url,
): Promise<void> {
  const known = loads.get(context.window) ?? new Map<string, Promise<void>>();
  loads.set(context.window, known);
  const running = known.get(key);
  if (running) return running;
  const load = context.script(url, attributes).catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
  known.set(key, load);
  return load;
}
