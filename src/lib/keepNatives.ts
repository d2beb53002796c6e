/**
 * The platform's own functions, kept when the library loads: a script that comes later and replaces `addEventListener`
 * or `UserActivation` changes nothing for us. `listenNatively` and `isGesture` use them.
 */
export interface Natives {
  apply: typeof Reflect.apply;
  addEventListener: EventTarget["addEventListener"];
  /** Reads `isTrusted`, of a real event only. */
  isTrusted: () => boolean;
  /** Reads `isActive` of a `UserActivation`; undefined in a browser that has none. */
  isActive: (() => boolean) | undefined;
  /** The window's own one: `navigator.userActivation` may be anything later. */
  activation: UserActivation | undefined;
}

/** Keeps them. Not on a server, where there are none. */
export function keepNatives(): Natives {
  const get = (owner: object, name: string): (() => boolean) | undefined =>
    Object.getOwnPropertyDescriptor(owner, name)?.get as (() => boolean) | undefined;
  return {
    apply: Reflect.apply,
    addEventListener: EventTarget.prototype.addEventListener,
    isTrusted: get(new Event(""), "isTrusted")!,
    isActive: get(globalThis.UserActivation?.prototype ?? {}, "isActive"),
    activation: globalThis.navigator?.userActivation,
  };
}
