import type { Consent } from "./consent.ts";

/**
 * React's StrictMode runs each effect twice in one go: a second `start` in the same task as the first is not reported. A
 * later one is.
 */
export function startsOnce<Made extends Consent>(consent: Consent): Made {
  let isNew = false;
  const start = (): void => {
    if (isNew) return;
    isNew = true;
    queueMicrotask(() => (isNew = false));
    consent.start();
  };
  const destroy = (): void => {
    isNew = false;
    consent.destroy();
  };
  // A descriptor that inherits nothing: a polluted prototype adds no getter.
  const method = (value: () => void): PropertyDescriptor =>
    Object.assign(Object.create(null) as object, { value, enumerable: true });
  const given = Object.getOwnPropertyDescriptors(consent);
  const made = { ...given, start: method(start), destroy: method(destroy) };
  return Object.freeze(Object.defineProperties({}, made)) as Made;
}
