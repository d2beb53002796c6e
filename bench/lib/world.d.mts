/** Who takes part. */
export interface Contestant {
  id: string;
  name: string;
  kind: "base" | "floor" | "duties" | "ours" | "peer";
  /** True: only first visits, no returning, Slow 4G or many. */
  brief?: boolean;
}
/** The two origins, with the files and pages of each contestant. */
export interface World {
  site: string;
  vendor: string;
  /** Hash of the key of the servers' certificate. */
  trust: string;
  contestants: readonly Contestant[];
  /** Texts of the contestants' files, by their path. */
  files: Map<string, string>;
  close(): void;
}
/** Opens it for some contestants; without ids, for all. */
export function openWorld(ids?: readonly string[]): Promise<World>;
