import type { ServiceContext } from "../../../core/config/service.ts";
import { memory } from "./memory.ts";

/**
 * Loads a vendor's script once a page, however many services ask for it. A load that failed or was
 * cancelled by a withdrawal is forgotten, so that a later grant can try again.
 * @param name What counts as the same script. Default: its URL.
 */
export function loadScript(
  context: ServiceContext,
  url: string,
  attributes?: Record<string, string>,
  name: string = url,
): Promise<void> {
  const loads = memory(context.window);
  const key = `script ${name}`;
  const running = loads.get(key);
  if (running instanceof Promise) return running as Promise<void>;
  const load = context.script(url, attributes).catch((error: unknown) => {
    loads.delete(key);
    throw error;
  });
  loads.set(key, load);
  return load;
}
