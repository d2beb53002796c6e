import type { SignalContext } from "../../../core/config/parts.ts";

/** Every data layer that is to hear of a decision, once: the signal's own, and those that services name. */
export function layersOf(
  { dataLayer }: { dataLayer?: string | readonly string[] },
  { dataLayers = [] }: SignalContext,
): Iterable<string> {
  return new Set([dataLayer || "dataLayer", dataLayers].flat());
}
