import type { Natives } from "./keepNatives.ts";

/** Listens to a target, in the capture phase. */
export type Listen = (
  target: EventTarget,
  type: string,
  call: (event: Event) => void,
  options?: AddEventListenerOptions,
) => void;

/** Listens by the platform's own code, so that no script of the page hears of the listener. */
export const listenNatively =
  ({ _apply: apply, _addEventListener: addEventListener }: Natives): Listen =>
  (target, type, call, options) =>
    apply(addEventListener, target, [type, call, { capture: true, ...options }]);
