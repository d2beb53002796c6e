import type { Natives } from "./keepNatives.ts";

/**
 * Whether a person made this event, now: a real one, that no script dispatched, while the browser knows of a gesture
 * (HTML, "transient activation").
 */
export function isGesture(
  { _apply: apply, _isTrusted: isTrusted, _isActive: isActive, _activation: activation }: Natives,
  event: unknown,
): boolean {
  try {
    return apply(isTrusted, event, []) && (!isActive || apply(isActive, activation, []));
  } catch {
    return false; // No event at all.
  }
}
