/**
 * The platform's own functions, kept when the library loads: a script that comes later and replaces `addEventListener`
 * or `UserActivation` changes nothing for us. `listenNatively` and `isGesture` use them.
 */
export interface Natives {
  _apply: typeof Reflect.apply;
  _addEventListener: EventTarget["addEventListener"];
  /** Reads `isTrusted`, of a real event only. */
  _isTrusted: () => boolean;
  /** Reads `isActive` of a `UserActivation`; undefined in a browser that has none. */
  _isActive: (() => boolean) | undefined;
  /** The window's own one: `navigator.userActivation` may be anything later. */
  _activation: UserActivation | undefined;
}

/** Keeps them. Not on a server, where there are none. */
export function keepNatives(): Natives {
  const get = (owner: object, name: string): (() => boolean) | undefined =>
    Object.getOwnPropertyDescriptor(owner, name)?.get as (() => boolean) | undefined;
  const activation = navigator.userActivation as UserActivation | undefined;
  return {
    _apply: Reflect.apply,
    _addEventListener: performance.addEventListener,
    _isTrusted: get(new Event(""), "isTrusted")!,
    _isActive: get(Object.getPrototypeOf(activation ?? {}) as object, "isActive"),
    _activation: activation,
  };
}
