/** Places that networks share, so that none of them has all. */
export interface Places {
  /** Takes a place; false where all are taken, or all that one network may have. */
  take(network: string): boolean;
  giveBack(network: string): void;
  /** Whether a network would get none now. */
  isFull(network: string): boolean;
}

/** Makes `all` places, of which one network gets `each`. */
export function createPlaces(all: number, each: number): Places {
  const taken = new Map<string, number>();
  let sum = 0;
  const isFull = (network: string) => sum >= all || (taken.get(network) ?? 0) >= each;
  return {
    isFull,
    take(network) {
      if (isFull(network)) return false;
      taken.set(network, (taken.get(network) ?? 0) + 1);
      sum++;
      return true;
    },
    giveBack(network) {
      const own = taken.get(network) ?? 0;
      if (own > 1) taken.set(network, own - 1);
      else taken.delete(network);
      sum--;
    },
  };
}
